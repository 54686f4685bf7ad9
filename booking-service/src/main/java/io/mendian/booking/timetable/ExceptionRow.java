package io.mendian.booking.timetable;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record ExceptionRow(
        long seriesId,
        LocalDate day,
        boolean cancelled,
        @Nullable Integer startMinute,
        @Nullable Integer capacity,
        @Nullable Long coachId,
        @Nullable Long roomId) {}
