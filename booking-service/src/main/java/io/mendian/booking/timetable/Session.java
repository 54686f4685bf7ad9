package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.resource.Resource;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One class on one day with everything that is shown of it, and the rule under which it is booked. */
public record Session(
        long id,
        long seriesId,
        String name,
        ClassKind kind,
        StoreId storeId,
        ZoneId zone,
        SkuId serviceSkuId,
        String serviceName,
        LocalDate day,
        Resource.@Nullable Named coach,
        Resource.@Nullable Named room,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int occupied,
        SessionState state,
        BookingRule rule,
        boolean walkIn) {}
