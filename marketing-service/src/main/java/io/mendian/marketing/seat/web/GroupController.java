package io.mendian.marketing.seat.web;

import io.mendian.marketing.campaign.CampaignQueries;
import io.mendian.marketing.campaign.web.Reach;
import io.mendian.marketing.seat.GroupView;
import io.mendian.marketing.seat.OfferFigures;
import io.mendian.marketing.seat.SeatQueries;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups that can be joined, and what came of an offer. */
@RestController
class GroupController {

    private final SeatQueries queries;
    private final CampaignQueries campaigns;

    GroupController(SeatQueries queries, CampaignQueries campaigns) {
        this.queries = queries;
        this.campaigns = campaigns;
    }

    @GetMapping("/app/v1/campaign-offers/{offerId}/groups")
    @Allow
    @Operation(
            summary = "Open groups of an offer with seats left, those first that end first",
            description =
                    "opener is masked; order with offerId and groupId to join. limit 1 to 200. 404 CAMPAIGN_UNKNOWN.")
    List<GroupView> open(@PathVariable long offerId, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > 200) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "limit is to be between 1 and 200");
        }
        return queries.open(offerId, limit);
    }

    @GetMapping("/app/v1/groups/{groupId}")
    @Allow
    @Operation(
            summary = "A group, by the link that was shared",
            description =
                    "state OPEN, FILLED or FAILED; seatsLeft can be taken now. 404 GROUP_UNKNOWN, also before its opener has paid.")
    GroupView group(@PathVariable long groupId) {
        return queries.group(groupId);
    }

    @GetMapping("/hq/v1/campaign-offers/{offerId}/figures")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "What came of an offer: groups opened, filled, failed; seats; money in and given back",
            description = "paidMinor and backMinor in the smallest unit, of the whole orders. 404 CAMPAIGN_UNKNOWN.")
    OfferFigures figures(@PathVariable long offerId, Caller caller) {
        return queries.figures(
                Long.parseLong(Reach.readable(campaigns.offer(offerId), caller).offerId()));
    }
}
