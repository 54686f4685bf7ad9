package io.mendian.marketing.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code for the printer; {@code claimedAt} null: still free. */
public record CouponCodeView(
        String codeId,
        String batchId,
        String code,
        @Nullable Instant claimedAt) {}
