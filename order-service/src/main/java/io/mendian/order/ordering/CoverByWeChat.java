package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books money that came by WeChat Pay on an order; with the last of them the order is paid. The same reference covers it once. Money that the
 * order does not need is not taken: the answer says so, and whoever holds it gives it back.
 */
@UseCase
public class CoverByWeChat {

    private final Orders orders;
    private final Settlement settlement;
    private final Clock clock;

    CoverByWeChat(Orders orders, Settlement settlement, Clock clock) {
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Whether the order took the money. */
    public enum Outcome {
        TAKEN,
        TAKEN_BEFORE,
        NOT_NEEDED
    }

    @Transactional
    public Outcome cover(OrderId id, long amountMinor, String reference) {
        Order order = orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        if (order.isCoveredBy(TenderKind.WECHAT_PAY, reference)) {
            return Outcome.TAKEN_BEFORE;
        }
        // a price for other means opens no payment by WeChat; should money come all the same, it is not for this order
        boolean wanted =
                order.head().payWith().isEmpty() || order.head().payWith().contains(TenderKind.WECHAT_PAY);
        Instant now = clock.instant();
        long due = order.dueMinor(now);
        boolean fits = order.head().presale() == null ? amountMinor <= due : amountMinor == due;
        boolean needed = wanted && order.status() == OrderStatus.PENDING_PAYMENT && fits;
        if (!needed) {
            return Outcome.NOT_NEEDED;
        }
        PaidBy tender = PaidBy.weChat(amountMinor, reference, now);
        settlement.save(order, order.coveredBy(tender), List.of());
        return Outcome.TAKEN;
    }
}
