package io.mendian.inventory.alert;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a person should look at; {@code seenAt} is absent until somebody did. */
public record AlertView(
        String alertId,
        StoreId storeId,
        SkuId skuId,
        AlertKind kind,
        long quantity,
        String reference,
        Instant raisedAt,
        @Nullable Instant seenAt) {}
