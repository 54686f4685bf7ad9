package io.mendian.marketing.seat;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.hold.HoldTable;
import io.mendian.runtime.hold.OverdueHolds;
import io.mendian.runtime.persistence.UseCase;

/** Frees the seats of overdue orders that need them no more, each in a transaction of its own; any number of instances may do it at once. */
@UseCase
public class ExpireSeats {

    private static final HoldTable SEATS = new HoldTable("SEAT", "campaign_seat", "order_id", "state");

    private final OverdueHolds overdue;
    private final FreeSeat freeSeat;

    ExpireSeats(OverdueHolds overdue, FreeSeat freeSeat) {
        this.overdue = overdue;
        this.freeSeat = freeSeat;
    }

    /** Gives how many were freed or put off, of at most {@code limit} orders. */
    public int expire(int limit) {
        return overdue.expire(SEATS, limit, order -> freeSeat.expire(OrderId.of(order)));
    }
}
