package io.mendian.member.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A review of one line of an order; {@code points} and {@code couponId} are what it brought. */
public record ReviewView(
        String reviewId,
        String memberKey,
        String orderId,
        String lineId,
        String storeId,
        String skuId,
        String itemName,
        int stars,
        String text,
        ReviewStatus status,
        int points,
        @Nullable String couponId,
        Instant writtenAt,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {}
