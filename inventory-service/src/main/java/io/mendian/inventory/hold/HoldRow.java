package io.mendian.inventory.hold;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record HoldRow(
        long holdId,
        @Nullable Long storeId,
        HoldStatus state,
        Instant expiresAt,
        Instant createdAt,
        @Nullable Instant settledAt) {

    StoreId storeOr(StoreId other) {
        return storeId == null ? other : StoreId.of(storeId);
    }
}
