package io.mendian.booking.timetable;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A class as members see it; it can be booked from opensAt until closesAt while seats are left. */
public record ClassView(
        String sessionId,
        String seriesId,
        StoreId storeId,
        SkuId serviceSkuId,
        String name,
        ClassKind kind,
        @Nullable String coach,
        @Nullable String room,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int left,
        SessionState state,
        Instant opensAt,
        Instant closesAt,
        Instant cancelUntil,
        boolean bookable) {}
