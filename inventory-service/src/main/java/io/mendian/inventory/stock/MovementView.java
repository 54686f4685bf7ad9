package io.mendian.inventory.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the ledger, newest first; {@code delta} in the smallest stock unit, cost per piece in the smallest currency unit. */
public record MovementView(
        String id,
        DocumentType documentType,
        String documentNo,
        int line,
        long delta,
        @Nullable Long unitCostMinor,
        Instant movedAt) {}
