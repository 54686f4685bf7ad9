package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One class on one day, with the rule under which it is booked. */
public record Session(
        long id,
        String name,
        StoreId storeId,
        SkuId serviceSkuId,
        LocalDate day,
        @Nullable Long coachId,
        @Nullable Long roomId,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int occupied,
        SessionState state,
        BookingRule rule,
        boolean walkIn) {}
