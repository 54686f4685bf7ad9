package io.mendian.booking.bookings;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("booking")
record BookingRow(
        @TableId long id,
        BookingKind kind,
        BookingStatus state,
        long storeId,
        long memberKey,
        long serviceSkuId,
        @Nullable Long sessionId,
        @Nullable Long resourceId,
        @Nullable Long placeId,
        @Nullable Long staffId,
        Instant startsAt,
        Instant endsAt,
        Instant cancelUntil,
        boolean cardUse,
        boolean walkIn,
        Instant madeAt,
        long cancelled,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        @Nullable Instant checkingSince,
        @Nullable Instant checkedInAt,
        @Nullable String cardId,
        @Nullable Long usesLeft) {}
