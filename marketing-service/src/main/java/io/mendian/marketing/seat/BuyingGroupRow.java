package io.mendian.marketing.seat;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code id} is the order of its opener; {@code kept}: seats held and paid; {@code paid} of these. */
@TableName("buying_group")
record BuyingGroupRow(
        @TableId(type = IdType.INPUT) long id,
        long offerId,
        long openerKey,
        int size,
        int kept,
        int paid,
        GroupState state,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant endsAt,
        @Nullable Instant settledAt) {}
