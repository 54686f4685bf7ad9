package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Takes cash for an order that waits for its money: all that is due, or a part when the rest is paid otherwise. */
@UseCase
public class TakeCash {

    private final Orders orders;
    private final Settlement settlement;
    private final Clock clock;

    TakeCash(Orders orders, Settlement settlement, Clock clock) {
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /**
     * Cash on the counter.
     *
     * @param amountMinor the part it pays; null is all that is due
     * @param reference names this payment; the same one is taken once
     */
    public record Command(
            StoreId store, @Nullable Long amountMinor, long receivedMinor, String reference, StaffId staff) {}

    @Transactional
    public OrderView take(OrderId id, Command command) {
        Order order = orders.lock(id)
                .filter(found -> found.head().store().equals(command.store()))
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        if (order.isCoveredBy(TenderKind.CASH, command.reference())) {
            return OrderView.of(order);
        }
        if (order.status() != OrderStatus.PENDING_PAYMENT) {
            throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", order.status());
        }
        order.requireMeans(TenderKind.CASH);
        Instant now = clock.instant();
        long amount = command.amountMinor() == null ? order.dueMinor(now) : command.amountMinor();
        PaidBy cash = PaidBy.cash(amount, command.receivedMinor(), command.reference(), command.staff(), now);
        return OrderView.of(settlement.save(order, order.coveredBy(cash), List.of()));
    }
}
