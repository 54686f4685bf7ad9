package io.mendian.marketing.seat;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.campaign.Bargains;
import io.mendian.marketing.campaign.CampaignOffers;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Frees the seat that an unpaid order held, once: released when it is cancelled, expired when it is overdue. */
@UseCase
public class FreeSeat {

    private final Seats seats;
    private final Groups groups;
    private final CampaignOffers offers;
    private final Bargains bargains;
    private final Clock clock;

    FreeSeat(Seats seats, Groups groups, CampaignOffers offers, Bargains bargains, Clock clock) {
        this.seats = seats;
        this.groups = groups;
        this.offers = offers;
        this.bargains = bargains;
        this.clock = clock;
    }

    @Transactional
    public void release(OrderId order) {
        free(order, SeatState.RELEASED);
    }

    /** Frees it when its time is over; tells whether it did. */
    @Transactional
    public boolean expire(OrderId order) {
        return free(order, SeatState.EXPIRED);
    }

    private boolean free(OrderId order, SeatState to) {
        CampaignSeatRow seat = seats.lock(order);
        boolean early =
                seat != null && to == SeatState.EXPIRED && seat.expiresAt().isAfter(clock.instant());
        if (seat == null || seat.state() != SeatState.HELD || early) {
            return false;
        }
        seats.move(seat, to);
        if (seat.groupId() != null) {
            BuyingGroup was = BuyingGroup.of(groups.lock(seat.groupId()));
            groups.save(was, was.left());
        }
        if (seat.bargainId() != null) {
            bargains.free(seat.bargainId());
        }
        offers.giveBack(seat.offerId(), seat.member(), seat.pieces());
        return true;
    }
}
