package io.mendian.marketing.pricing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Weekdays and hours of a rule (happy hour), half-open. No weekdays: every day; equal times: the whole day. A window
 * that passes midnight belongs to the day on which it began.
 */
public record TimeWindows(Set<DayOfWeek> weekdays, LocalTime from, LocalTime to, ZoneId zone) {

    public boolean contains(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek day = local.getDayOfWeek();
        if (from.equals(to)) {
            return on(day);
        }
        if (from.isBefore(to)) {
            return on(day) && !time.isBefore(from) && time.isBefore(to);
        }
        return (on(day) && !time.isBefore(from)) || (on(day.minus(1)) && time.isBefore(to));
    }

    private boolean on(DayOfWeek day) {
        return weekdays.isEmpty() || weekdays.contains(day);
    }
}
