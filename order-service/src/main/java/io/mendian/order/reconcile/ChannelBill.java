package io.mendian.order.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The provider's bill of one day (China's calendar): its sums in fen, the fee half-up, and how many differences are open.
 * {@code status}: DONE, EMPTY (no payment that day), FAILED (tried again; {@code failure} says why).
 */
public record ChannelBill(
        LocalDate billDate,
        String status,
        long payments,
        long paidMinor,
        long refunds,
        long refundedMinor,
        long feeMinor,
        long openDifferences,
        int runs,
        @Nullable String failure,
        Instant checkedAt) {}
