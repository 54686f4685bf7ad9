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

/** Books money that was taken outside (记账收款) on an order that waits for it; the label says where it came in. */
@UseCase
public class TakeBooked {

    private final Orders orders;
    private final Settlement settlement;
    private final Clock clock;

    TakeBooked(Orders orders, Settlement settlement, Clock clock) {
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /**
     * A booked receipt.
     *
     * @param amountMinor the part it pays; null is all that is due
     * @param reference names this payment; the same one is booked once
     */
    public record Command(StoreId store, @Nullable Long amountMinor, String label, String reference, StaffId staff) {}

    @Transactional
    public OrderView take(OrderId id, Command command) {
        Order order = orders.lock(id)
                .filter(found -> found.head().store().equals(command.store()))
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        if (order.isCoveredBy(TenderKind.BOOKED, command.reference())) {
            return OrderView.of(order);
        }
        if (order.status() != OrderStatus.PENDING_PAYMENT) {
            throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", order.status());
        }
        order.requireMeans(TenderKind.BOOKED);
        Instant now = clock.instant();
        long amount = command.amountMinor() == null ? order.dueMinor(now) : command.amountMinor();
        PaidBy booked = PaidBy.booked(amount, command.reference(), command.label(), command.staff(), now);
        return OrderView.of(settlement.save(order, order.coveredBy(booked), List.of()));
    }
}
