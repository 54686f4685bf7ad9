package io.mendian.inventory.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record DocumentRow(
        long id,
        long storeId,
        DocumentType kind,
        String documentNo,
        String content,
        @Nullable String reason,
        @Nullable String supplier,
        @Nullable String note,
        @Nullable Long staffId,
        Instant bookedAt) {}
