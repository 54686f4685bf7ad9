package io.mendian.marketing.budget;

import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code counted}: a budget keeps it; a promotion may get its first budget while orders of it are under way; {@code countedOn}: in which day's and week's. */
@TableName("promotion_use")
record PromotionUseRow(
        long orderId,
        long promotionId,
        @Nullable Long memberKey,
        long discountMinor,
        boolean counted,
        PromotionUseState state,
        Instant expiresAt,
        Instant heldAt,
        @Nullable LocalDate countedOn,
        boolean firstOrder) {}
