package io.mendian.marketing.budget;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("promotion_budget")
record PromotionBudgetRow(
        @TableId(type = IdType.INPUT) long promotionId,
        @Nullable Long limitMinor,
        @Nullable Long limitUses,
        @Nullable Integer limitPerMember,
        long keptMinor,
        long keptUses,
        Instant updatedAt,
        @Nullable Long limitDayMinor,
        @Nullable Long limitDayUses,
        @Nullable Long limitWeekMinor,
        @Nullable Long limitWeekUses,
        @Nullable Long limitMemberMinor) {}
