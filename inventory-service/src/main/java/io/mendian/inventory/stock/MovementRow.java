package io.mendian.inventory.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record MovementRow(
        long id,
        long storeId,
        long skuId,
        DocumentType documentType,
        String documentId,
        int lineNo,
        long delta,
        @Nullable Long unitCostMinor,
        Instant movedAt) {}
