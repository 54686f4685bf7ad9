package io.mendian.marketing.seat;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.campaign.CampaignOffers;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Counts the money that went back for a seat, and gives the seat back with a full refund; a bargain stays bought. */
@UseCase
public class ReturnSeat {

    private final Seats seats;
    private final Groups groups;
    private final CampaignOffers offers;

    ReturnSeat(Seats seats, Groups groups, CampaignOffers offers) {
        this.seats = seats;
        this.groups = groups;
        this.offers = offers;
    }

    /** Called once for each refund. */
    @Transactional
    public void giveBack(OrderId order, long amountMinor, boolean full) {
        CampaignSeatRow seat = seats.lock(order);
        if (seat == null) {
            return;
        }
        seats.back(seat, amountMinor);
        if (!full || !seat.state().next().contains(SeatState.RETURNED)) {
            return;
        }
        seats.move(seat, SeatState.RETURNED);
        if (seat.state() != SeatState.PAID) {
            return; // a short seat had nothing
        }
        if (seat.groupId() != null) {
            BuyingGroup was = BuyingGroup.of(groups.lock(seat.groupId()));
            groups.save(was, was.returned());
        }
        offers.giveBack(seat.offerId(), seat.member(), seat.pieces());
    }
}
