package io.mendian.marketing.campaign.web;

import io.mendian.marketing.campaign.BargainView;
import io.mendian.marketing.campaign.CampaignQueries;
import io.mendian.marketing.campaign.HelpBargain;
import io.mendian.marketing.campaign.StartBargain;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 砍价：a member begins one, others help. */
@RestController
class BargainController {

    private final StartBargain startBargain;
    private final HelpBargain helpBargain;
    private final CampaignQueries queries;

    BargainController(StartBargain startBargain, HelpBargain helpBargain, CampaignQueries queries) {
        this.startBargain = startBargain;
        this.helpBargain = helpBargain;
        this.queries = queries;
    }

    @PostMapping("/app/v1/campaign-offers/{offerId}/bargains")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow
    @Operation(
            summary = "Begin my bargain of an offer",
            description =
                    "One at a time for each offer. Buying takes the price it has then: order with offerId and bargainId. 404"
                            + " CAMPAIGN_UNKNOWN; 409 CAMPAIGN_OVER, BARGAIN_RUNNING, CAMPAIGN_SOLD_OUT, CAMPAIGN_LIMIT.")
    BargainView start(@PathVariable long offerId, Caller caller) {
        return queries.bargain(startBargain.start(offerId, caller.memberKey()));
    }

    @GetMapping("/app/v1/bargains/{bargainId}")
    @Allow
    @Operation(
            summary = "A bargain, by the link its member shared",
            description = "Amounts in the smallest unit; names no person. 404 BARGAIN_UNKNOWN.")
    BargainView bargain(@PathVariable long bargainId) {
        return queries.bargain(bargainId);
    }

    @PostMapping("/app/v1/bargains/{bargainId}/helps")
    @Idempotent
    @Allow
    @Operation(
            summary = "Help with somebody's bargain",
            description =
                    "Once per helper; helping again changes nothing. 404 BARGAIN_UNKNOWN; 409 BARGAIN_OWN, BARGAIN_AT_FLOOR,"
                            + " BARGAIN_ORDERED, BARGAIN_OVER, BARGAIN_HELPS_SPENT (limit).")
    BargainView help(@PathVariable long bargainId, Caller caller) {
        helpBargain.help(bargainId, caller.memberKey());
        return queries.bargain(bargainId);
    }
}
