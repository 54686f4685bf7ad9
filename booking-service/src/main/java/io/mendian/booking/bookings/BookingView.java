package io.mendian.booking.bookings;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A booking; {@code cardId} and {@code usesLeft} are known after a check-in that a card paid. */
public record BookingView(
        String bookingId,
        BookingKind kind,
        BookingStatus state,
        StoreId storeId,
        MemberKey memberKey,
        SkuId serviceSkuId,
        String name,
        @Nullable String sessionId,
        @Nullable String resourceId,
        @Nullable String resourceName,
        @Nullable String placeName,
        @Nullable StaffId staffId,
        Instant startsAt,
        Instant endsAt,
        Instant cancelUntil,
        boolean walkIn,
        Instant madeAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        @Nullable Instant checkedInAt,
        @Nullable String cardId,
        @Nullable Long usesLeft) {}
