package io.mendian.booking.place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When something may be booked and given up, and whether check-in takes one use of a card. Booking opens at midnight, in the
 * store's zone, so many days before; it closes and can be cancelled until so many minutes before the beginning.
 */
public record BookingRule(int opensDaysBefore, int closesMinutesBefore, int cancelMinutesBefore, boolean cardUse) {

    public static final BookingRule DEFAULT = new BookingRule(30, 0, 60, true);

    public Instant opensAt(Instant startsAt, ZoneId zone) {
        LocalDate day = startsAt.atZone(zone).toLocalDate().minusDays(opensDaysBefore);
        return day.atStartOfDay(zone).toInstant();
    }

    public Instant closesAt(Instant startsAt) {
        return startsAt.minus(closesMinutesBefore, ChronoUnit.MINUTES);
    }

    public Instant cancelUntil(Instant startsAt) {
        return startsAt.minus(cancelMinutesBefore, ChronoUnit.MINUTES);
    }

    public boolean isOpen(Instant now, Instant startsAt, ZoneId zone) {
        return !now.isBefore(opensAt(startsAt, zone)) && !now.isAfter(closesAt(startsAt));
    }
}
