package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the money of returned pieces pay for the order of those taken instead, inside the exchange's transaction. The same
 * reference covers it once.
 */
@Component
public class CoverByExchange {

    private final Orders orders;
    private final Settlement settlement;
    private final Clock clock;

    CoverByExchange(Orders orders, Settlement settlement, Clock clock) {
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Order lock(OrderId id) {
        return orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** Covers a locked order by so much; nothing when it waits for no money or was covered before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order cover(Order order, long amountMinor, String reference) {
        boolean needed = order.status() == OrderStatus.PENDING_PAYMENT
                && amountMinor > 0
                && !order.isCoveredBy(TenderKind.EXCHANGE, reference);
        return needed
                ? settlement.save(
                        order, order.coveredBy(PaidBy.exchange(amountMinor, reference, clock.instant())), List.of())
                : order;
    }
}
