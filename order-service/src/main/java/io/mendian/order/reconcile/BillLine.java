package io.mendian.order.reconcile;

import java.time.Instant;

/** One payment or refund as the provider's bill has it; the fee in thousandths of a fen. */
record BillLine(
        Kind kind, String number, String providerId, long amountMinor, String state, long feeMilli, Instant tradedAt) {

    /** What a line is about. */
    enum Kind {
        PAYMENT,
        REFUND
    }
}
