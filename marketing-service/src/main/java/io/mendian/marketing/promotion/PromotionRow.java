package io.mendian.marketing.promotion;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("promotion")
record PromotionRow(
        @TableId(type = IdType.INPUT) long id,
        String name,
        String kind,
        String settings,
        String scope,
        String stackCategory,
        int stackPerCategory,
        String stackExclusive,
        Instant validFrom,
        Instant validTo,
        PromotionState state,
        Instant createdAt,
        Instant updatedAt,
        String audience,
        String hours,
        int version,
        @Nullable String stackGroups) {}
