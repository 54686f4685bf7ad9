package io.mendian.order.reconcile;

import io.mendian.kernel.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the provider's bill and our books say differently of one payment or refund; amounts in fen. */
public record Difference(
        String id,
        LocalDate billDate,
        String kind,
        String number,
        What what,
        @Nullable Long oursMinor,
        @Nullable Long theirsMinor,
        @Nullable String oursState,
        @Nullable String theirsState,
        Status status,
        @Nullable String note,
        @Nullable StaffId resolvedBy,
        @Nullable Instant resolvedAt,
        Instant foundAt) {

    /** How they differ. */
    public enum What {
        /** The provider has it, our books know no such number. */
        MISSING_HERE,
        /** Our books have the money, no bill of the provider has it. */
        MISSING_THERE,
        AMOUNT_DIFFERS,
        STATE_DIFFERS
    }

    /** Whether somebody still has to look. */
    public enum Status {
        OPEN,
        RESOLVED,
        /** A later run found it settled. */
        GONE
    }
}
