package io.mendian.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How a store turns instants into business dates: its time zone, and the hour at which its day ends (a bar closes at 04:00). */
public record BusinessDay(ZoneId zone, LocalTime dayEnds) {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public static BusinessDay in(ZoneId zone) {
        return new BusinessDay(zone, LocalTime.MIDNIGHT);
    }

    /** The business date an instant belongs to. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .minusNanos(dayEnds.toNanoOfDay())
                .toLocalDate();
    }

    /** The first instant of a business date. */
    public Instant startOf(LocalDate date) {
        return date.atTime(dayEnds).atZone(zone).toInstant();
    }

    /** The half-open span of a business date. */
    public TimeSlot slotOf(LocalDate date) {
        return new TimeSlot(startOf(date), startOf(date.plusDays(1)));
    }
}
