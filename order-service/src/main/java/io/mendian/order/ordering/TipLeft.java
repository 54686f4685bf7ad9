package io.mendian.order.ordering;

import io.mendian.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Money that a customer leaves on top of an order's price. It is no revenue and part of no amount of the order.
 *
 * @param kind CASH, or BOOKED for money taken outside, with {@code label} saying where
 * @param reference names this tip; the same one is taken once
 * @param staff for whom it is
 */
public record TipLeft(
        TenderKind kind, long amountMinor, @Nullable String label, String reference, StaffId staff) {

    public TipLeft {
        boolean named = label != null && !label.isBlank();
        if (kind != TenderKind.CASH && !(kind == TenderKind.BOOKED && named)) {
            throw OrderProblem.TIP_MEANS.with();
        }
    }
}
