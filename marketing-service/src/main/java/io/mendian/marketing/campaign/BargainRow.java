package io.mendian.marketing.campaign;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code liveOf}: the member while the bargain is open or ordered, so that he has one of an offer at a time. */
@TableName("bargain")
record BargainRow(
        @TableId(type = IdType.INPUT) long id,
        long offerId,
        long memberKey,
        @Nullable Long liveOf,
        long startMinor,
        long floorMinor,
        long priceMinor,
        int cutsMade,
        int cutsMost,
        BargainState state,
        Instant startedAt,
        Instant endsAt) {}
