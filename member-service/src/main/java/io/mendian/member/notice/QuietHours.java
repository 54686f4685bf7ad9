package io.mendian.member.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours of the day in which nobody is disturbed; half-open, over midnight or not, none when both are equal. */
record QuietHours(LocalTime from, LocalTime until) {

    boolean isQuiet(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : !from.equals(until) && (afterFrom || beforeUntil);
    }

    /** The first instant from this one on at which somebody may be disturbed. */
    Instant next(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (!isQuiet(local.toLocalTime())) {
            return instant;
        }
        LocalDateTime end = local.toLocalDate().atTime(until);
        LocalDateTime next = end.isAfter(local) ? end : end.plusDays(1);
        ZonedDateTime first = next.atZone(zone);
        // where clocks go back an hour comes twice, and its first time may be over
        return first.toInstant().isBefore(instant)
                ? first.withLaterOffsetAtOverlap().toInstant()
                : first.toInstant();
    }
}
