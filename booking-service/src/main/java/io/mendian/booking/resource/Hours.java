package io.mendian.booking.resource;

import io.mendian.kernel.TimeSlot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Working hours of one day on the store's wall clock, in minutes of the day; {@code 0 ≤ from < to ≤ 1440}. */
public record Hours(int fromMinute, int toMinute) {

    public static final int DAY = 24 * 60;

    public static Hours of(LocalTime from, LocalTime to) {
        int end = to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay() / 60;
        return new Hours(from.toSecondOfDay() / 60, end);
    }

    TimeSlot on(LocalDate day, ZoneId zone) {
        return new TimeSlot(
                day.atStartOfDay().plusMinutes(fromMinute).atZone(zone).toInstant(),
                day.atStartOfDay().plusMinutes(toMinute).atZone(zone).toInstant());
    }

    static boolean overlap(List<Hours> hours) {
        List<Hours> sorted = hours.stream()
                .sorted(Comparator.comparingInt(Hours::fromMinute))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).fromMinute < sorted.get(i - 1).toMinute) {
                return true;
            }
        }
        return false;
    }
}
