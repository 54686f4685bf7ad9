package io.mendian.member.redeem;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads of the catalogue and of redemptions. */
@Component
public class RedeemQueries {

    private final Redemptions redemptions;
    private final Clock clock;

    RedeemQueries(Redemptions redemptions, Clock clock) {
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** What can be redeemed now, cheapest first. */
    public List<Offer> running(int limit) {
        return redemptions.running(clock.instant(), limit);
    }

    public List<Offer> all(long before, int limit) {
        return redemptions.offers(before, limit);
    }

    public List<RedemptionView> ofOffer(long offerId, long before, int limit) {
        return redemptions.ofOffer(offerId, before, limit);
    }

    public List<RedemptionView> ofMember(MemberKey member, long before, int limit) {
        return redemptions.ofMember(member, before, limit);
    }

    /** Another member's redemption does not exist. */
    public RedemptionView own(long redemptionId, MemberKey member) {
        return redemptions
                .find(redemptionId)
                .filter(redemption -> redemption.memberKey().equals(member.text()))
                .orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
