package io.mendian.marketing.campaign.web;

import io.mendian.kernel.StoreId;
import io.mendian.marketing.campaign.CampaignKind;
import io.mendian.marketing.campaign.CampaignQueries;
import io.mendian.marketing.campaign.EndCampaignOffer;
import io.mendian.marketing.campaign.OfferView;
import io.mendian.marketing.campaign.OpenCampaignOffer;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaign offers: headquarters makes them, members see what runs. */
@RestController
class OfferController {

    private final OpenCampaignOffer openOffer;
    private final EndCampaignOffer endOffer;
    private final CampaignQueries queries;
    private final Clock clock;

    OfferController(OpenCampaignOffer openOffer, EndCampaignOffer endOffer, CampaignQueries queries, Clock clock) {
        this.openOffer = openOffer;
        this.endOffer = endOffer;
        this.queries = queries;
        this.clock = clock;
    }

    @PostMapping("/hq/v1/campaign-offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "拼团、秒杀、砍价：make a campaign offer",
            description =
                    "Amounts in the smallest unit, for one piece. GROUP_BUY: priceMinor, groupSize (2 to 100 paid seats), lifeHours to"
                            + " fill. FLASH_SALE: priceMinor. BARGAIN: startMinor, priceMinor (its floor), cuts (helpers until the"
                            + " floor), helpsPerDay (of one helper, in this offer), lifeHours. allotment and limitPerMember in pieces;"
                            + " storeIds empty: every store, made by those only who reach every store (403 NOT_ALLOWED); a store out of"
                            + " reach: 404. Goods and services only. Terms never change: end it and make another. 400 CAMPAIGN_INVALID"
                            + " names the field; 404 SKU_UNKNOWN; 409 CAMPAIGN_SKU_KIND, CAMPAIGN_PRICE_TOO_HIGH,"
                            + " CAMPAIGN_BELOW_FLOOR.")
    OfferView open(@Valid @RequestBody OfferRequest body, Caller caller) {
        requireReach(body.stores(), caller);
        return queries.offer(openOffer.open(body.terms(clock.instant())));
    }

    @PostMapping("/hq/v1/campaign-offers/{offerId}/end")
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "End an offer now",
            description =
                    "Nothing new begins. Orders that hold a seat keep their price; groups that run can be joined until they fill"
                            + " or their time is over. 404 for an offer of stores out of reach, 403 for one of the whole chain.")
    OfferView end(@PathVariable long offerId, Caller caller) {
        requireReach(Reach.readable(queries.offer(offerId), caller).storeIds(), caller);
        endOffer.end(offerId);
        return queries.offer(offerId);
    }

    @GetMapping("/hq/v1/campaign-offers/{offerId}")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(summary = "An offer", description = "404 CAMPAIGN_UNKNOWN, also for stores out of reach.")
    OfferView offer(@PathVariable long offerId, Caller caller) {
        return Reach.readable(queries.offer(offerId), caller);
    }

    @GetMapping("/hq/v1/campaign-offers")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "All offers in the caller's reach, newest first",
            description = "before: the last offerId of the page seen; limit 1 to 200.")
    List<OfferView> offers(
            @RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit, Caller caller) {
        return queries.page(before, Page.limit(limit), offer -> Reach.reads(offer, caller));
    }

    @GetMapping("/app/v1/campaign-offers")
    @Allow
    @Operation(
            summary = "Offers that run now in a store, newest first",
            description = "kind: GROUP_BUY, FLASH_SALE or BARGAIN; left: pieces of the allotment; limit 1 to 200.")
    List<OfferView> running(
            @RequestParam long storeId,
            @RequestParam @Nullable CampaignKind kind,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return queries.running(StoreId.of(storeId), kind, before, Page.limit(limit));
    }

    private static void requireReach(List<StoreId> stores, Caller caller) {
        if (stores.isEmpty() && !caller.chainWide()) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        stores.forEach(caller::requireReach);
    }
}
