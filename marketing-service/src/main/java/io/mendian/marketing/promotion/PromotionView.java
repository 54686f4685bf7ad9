package io.mendian.marketing.promotion;

import java.time.Instant;

/** A promotion as headquarters sees it. */
public record PromotionView(
        String promotionId,
        PromotionTerms terms,
        PromotionState state,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
