package io.mendian.order.ordering.web;

import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.ordering.TipLeft;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A tip (fen) by CASH or BOOKED (taken outside, with a label), for the clerk or for {@code staffId}. */
public record TipRequest(
        @NotNull TenderKind kind,
        @Positive @Max(10_000_000) long amountMinor,
        @Size(max = 60) @Nullable String label,
        @Nullable StaffId staffId) {

    public TipLeft left(String reference, StaffId clerk) {
        return new TipLeft(
                kind, amountMinor, label == null ? null : label.strip(), reference, staffId == null ? clerk : staffId);
    }
}
