package io.mendian.order.fulfilment;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Ends what time ends: orders that count as received, and recipients whom nobody needs any more. */
@UseCase
public class FinishDeliveries {

    private final OrderDeliveries deliveries;
    private final ReceiveByTime receiveByTime;
    private final Clock clock;

    FinishDeliveries(OrderDeliveries deliveries, ReceiveByTime receiveByTime, Clock clock) {
        this.deliveries = deliveries;
        this.receiveByTime = receiveByTime;
        this.clock = clock;
    }

    /** Receives at most {@code limit} orders; gives how many. */
    public int receive(int limit) {
        int received = 0;
        for (OrderId id : deliveries.receivedBy(clock.instant(), limit)) {
            received += receiveByTime.receive(id) ? 1 : 0;
        }
        return received;
    }

    /** Forgets at most {@code limit} recipients; gives how many. */
    @Transactional
    public int purge(int limit) {
        return deliveries.purge(clock.instant(), limit);
    }
}
