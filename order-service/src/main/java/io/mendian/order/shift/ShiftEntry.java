package io.mendian.order.shift;

import io.mendian.kernel.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of a shift's ledger; the cause books once. */
record ShiftEntry(
        long shift,
        Kind kind,
        @Nullable String tenderKind,
        long amountMinor,
        @Nullable Long order,
        @Nullable Long refund,
        String causeType,
        String causeId,
        String reason,
        @Nullable StaffId staff,
        Instant at,
        @Nullable LocalDate businessDate) {

    /** What happened. */
    enum Kind {
        OPENING,
        RECEIPT,
        HANDED_BACK,
        REFUND,
        PAID_IN,
        PAID_OUT,
        SALE,
        RETURN,
        TIP,
        TIP_BACK
    }
}
