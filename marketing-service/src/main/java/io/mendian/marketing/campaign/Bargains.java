package io.mendian.marketing.campaign;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an order does to a bargain, inside the seat's transaction: it keeps its price, frees it again, or buys by it. */
@Component
public class Bargains {

    private final BargainMapper mapper;
    private final Clock clock;

    Bargains(BargainMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** What a piece costs by the member's bargain now. */
    public long price(long offer, @Nullable Long id, MemberKey member) {
        BargainRow row = id == null ? null : mapper.selectById(id);
        if (row == null || row.offerId() != offer || row.memberKey() != member.value()) {
            throw CampaignProblem.BARGAIN_NEEDED.with();
        }
        if (row.state() == BargainState.BOUGHT
                || row.state() == BargainState.OVER
                || !clock.instant().isBefore(row.endsAt())) {
            throw CampaignProblem.BARGAIN_OVER.with();
        }
        return row.priceMinor();
    }

    /** One order at a time buys by a bargain, at the price it has then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(long offer, long id, MemberKey member, long priceMinor) {
        Guard.one(
                mapper.order(id, offer, member.value(), priceMinor, clock.instant()),
                () -> refusal(offer, id, member, priceMinor));
    }

    private ProblemException refusal(long offer, long id, MemberKey member, long priceMinor) {
        long now = price(offer, id, member);
        return now == priceMinor
                ? CampaignProblem.BARGAIN_ORDERED.with()
                : CampaignProblem.CAMPAIGN_PRICE_CHANGED.with("priceMinor", now);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void free(long id) {
        Guard.one(mapper.free(id), () -> new IllegalStateException("bargain " + id + " was not ordered"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void buy(long id) {
        Guard.one(
                mapper.buy(id, BargainState.ORDERED),
                () -> new IllegalStateException("bargain " + id + " was not ordered"));
    }

    /** Its order was paid after the seat had ended: it buys if the bargain is still there, at whatever price. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void buyLate(long id) {
        Guard.one(mapper.buy(id, BargainState.OPEN), CampaignProblem.BARGAIN_OVER::with);
    }
}
