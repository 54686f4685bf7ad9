package io.mendian.marketing.seat;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frees the seats of overdue orders, each in a transaction of its own; any number of instances may do it at once. */
@UseCase
public class ExpireSeats {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireSeats.class);

    private final CampaignSeatMapper seats;
    private final FreeSeat freeSeat;
    private final Clock clock;

    ExpireSeats(CampaignSeatMapper seats, FreeSeat freeSeat, Clock clock) {
        this.seats = seats;
        this.freeSeat = freeSeat;
        this.clock = clock;
    }

    /** Gives how many were freed, of at most {@code limit}. */
    public int expire(int limit) {
        List<Long> overdue = seats.overdue(clock.instant(), limit);
        int freed = 0;
        for (long order : overdue) {
            try {
                freed += freeSeat.expire(OrderId.of(order)) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("the seat of order {} is freed later", order, e);
            }
        }
        return freed;
    }
}
