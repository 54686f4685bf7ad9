package io.mendian.order.ordering;

import io.mendian.kernel.StaffId;
import java.time.Instant;

/** Cash on the counter for all that is still due. */
public record CashTaken(long receivedMinor, StaffId staff) {

    PaidBy tender(Order order, Instant now) {
        return PaidBy.cash(
                order.remainingMinor(), receivedMinor, "SALE-" + order.id().text(), staff, now);
    }
}
