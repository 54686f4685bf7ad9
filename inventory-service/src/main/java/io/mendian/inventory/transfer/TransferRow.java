package io.mendian.inventory.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record TransferRow(
        long id,
        long fromStoreId,
        long toStoreId,
        String documentNo,
        String content,
        TransferStatus state,
        @Nullable String note,
        @Nullable Long shippedBy,
        Instant shippedAt,
        @Nullable Long receivedBy,
        @Nullable Instant receivedAt) {}
