package io.mendian.member.history;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;

/** A line that a member paid for, and how many pieces of it did not come back. */
public record BoughtLine(
        StoreId store, SkuId sku, String name, Instant paidAt, boolean reviewable, long quantityLeft) {}
