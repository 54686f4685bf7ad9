package io.mendian.inventory.hold;

import java.time.Instant;

record ShortageRow(
        long orderId, long skuId, long storeId, long wanted, long taken, HoldStatus holdState, Instant noticedAt) {}
