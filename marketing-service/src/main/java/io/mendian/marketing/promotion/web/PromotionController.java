package io.mendian.marketing.promotion.web;

import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.check.CheckRule;
import io.mendian.marketing.promotion.ChangePromotion;
import io.mendian.marketing.promotion.DraftPromotion;
import io.mendian.marketing.promotion.PromotionQueries;
import io.mendian.marketing.promotion.PromotionState;
import io.mendian.marketing.promotion.PromotionTerms;
import io.mendian.marketing.promotion.PromotionView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PromotionController {

    private final DraftPromotion draft;
    private final ChangePromotion change;
    private final PromotionQueries queries;
    private final CheckRule check;
    private final ZoneId chainZone;

    PromotionController(
            DraftPromotion draft,
            ChangePromotion change,
            PromotionQueries queries,
            CheckRule check,
            MarketingProperties properties) {
        this.check = check;
        this.draft = draft;
        this.change = change;
        this.queries = queries;
        this.chainZone = properties.zone();
    }

    @ChainWide
    @PostMapping("/hq/v1/promotions")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Make an automatic promotion",
            description =
                    "kind and settings, amounts in the smallest currency unit: AMOUNT_OFF {thresholdMinor, amountMinor};"
                            + " AMOUNT_OFF_TIERS {tiers:[{thresholdMinor, amountMinor}]}; EVERY_AMOUNT_OFF {everyMinor, amountMinor,"
                            + " capMinor?}; PERCENT_OFF {permilleOff, capMinor?, thresholdMinor?}; PIECES_PERCENT_OFF {pieces,"
                            + " permilleOff}; FIXED_PRICE {priceMinor}; NTH_PIECE {nth, permilleOff}; BUY_X_GET_Y {buy, get}; BUNDLE"
                            + " {priceMinor, items:[{skuId, quantity}]}; GIFT {giftSkuId, quantity, thresholdMinor?}; PERCENT_TIERS {tiers:"
                            + " [{thresholdMinor, permilleOff}]}; PIECES_PERCENT_TIERS {tiers: [{pieces, permilleOff}]};"
                            + " PIECES_FOR_PRICE {pieces, priceMinor, groups?}; EACH_PIECE_OFF {amountMinor}. scope and stacking {category,"
                            + " perCategory, exclusive, bestOf, onlyWith, notWith} as with coupons; audience {membersOnly, levels,"
                            + " channels, segments, firstOrder, tenders: paid wholly by these, applies after the points}; hours"
                            + " {weekdays, from, to, zone}: half-open, may pass midnight. 400 PROMOTION_INVALID names the field. With"
                            + " state LIVE it is checked first: 409 RULE_HAS_FINDINGS unless acknowledge lists the findings.")
    PromotionView draft(@Valid @RequestBody PromotionRequest body) {
        PromotionTerms terms = body.terms(chainZone);
        if (body.stateOrDraft() == PromotionState.LIVE) {
            check.refuseUnless(body.acknowledge(), queries.wouldBe(0, terms));
        }
        return queries.promotion(Long.parseLong(draft.draft(terms, body.stateOrDraft())));
    }

    @ChainWide
    @PutMapping("/hq/v1/promotions/{promotionId}")
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Change a promotion, publish it (state LIVE) or end it (state ENDED)",
            description =
                    "The whole promotion again. Of a live one only name and state may differ: 409 PROMOTION_FIXED. 409"
                            + " PROMOTION_STATE. Going live it is checked first: 409 RULE_HAS_FINDINGS with the ids of what was"
                            + " found (POST …/check tells more), unless acknowledge lists them.")
    PromotionView change(@PathVariable long promotionId, @Valid @RequestBody PromotionRequest body) {
        PromotionTerms terms = body.terms(chainZone);
        boolean goesLive = body.stateOrDraft() == PromotionState.LIVE
                && queries.promotion(promotionId).state() == PromotionState.DRAFT;
        if (goesLive) {
            check.refuseUnless(body.acknowledge(), queries.wouldBe(promotionId, terms));
        }
        change.change(promotionId, terms, body.stateOrDraft());
        return queries.promotion(promotionId);
    }

    @GetMapping("/hq/v1/promotions/{promotionId}")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(summary = "A promotion", description = "404 PROMOTION_UNKNOWN.")
    PromotionView promotion(@PathVariable long promotionId) {
        return queries.promotion(promotionId);
    }

    @GetMapping("/hq/v1/promotions")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "All promotions, in the order of their ids",
            description = "after: the last promotionId of the page before; limit 1 to 200.")
    List<PromotionView> promotions(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        return queries.page(after, Page.limit(limit));
    }
}
