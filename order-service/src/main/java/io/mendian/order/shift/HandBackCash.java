package io.mendian.order.shift;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.TenderKind;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands back, out of the open shift's drawer, the cash that was taken for a part of an order which then ended unpaid by
 * itself or by the customer. Handing it back twice is handing it back once.
 */
@UseCase
public class HandBackCash {

    private final OrderQueries orders;
    private final Shifts shifts;
    private final Tills tills;
    private final ShiftBook book;

    HandBackCash(OrderQueries orders, Shifts shifts, Tills tills, ShiftBook book) {
        this.orders = orders;
        this.shifts = shifts;
        this.tills = tills;
        this.book = book;
    }

    @Transactional
    public OrderView handBack(OrderId id, Caller caller) {
        Order order = orders.require(id, caller);
        boolean cash = order.tenders().stream().anyMatch(tender -> tender.kind() == TenderKind.CASH);
        if (order.status() != OrderStatus.CANCELLED || !cash || order.state().keptMinor() > 0) {
            throw ShiftProblem.CASH_NOT_TAKEN.with();
        }
        if (!shifts.isHandedBack(id)) {
            StoreId store = order.head().store();
            long shift = shifts.openFor(id.value(), store)
                    .orElseThrow(() -> ShiftProblem.SHIFT_NOT_OPEN.with("till", tills.nameAt(id.value(), store)));
            book.bookHandedBack(shift, order);
        }
        return OrderView.of(order);
    }
}
