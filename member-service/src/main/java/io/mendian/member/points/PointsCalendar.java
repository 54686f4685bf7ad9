package io.mendian.member.points;

import io.mendian.kernel.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days in the chain's zone and the size of its currency unit. */
@Component
class PointsCalendar {

    private final BusinessDay days;
    private final long minorPerUnit;

    PointsCalendar(@Value("${mendian.zone:Asia/Shanghai}") ZoneId zone, @Value("${mendian.currency}") String currency) {
        this.days = BusinessDay.in(zone);
        long minor = 1;
        for (int digit = 0; digit < Currency.getInstance(currency).getDefaultFractionDigits(); digit++) {
            minor *= 10;
        }
        this.minorPerUnit = minor;
    }

    long minorPerUnit() {
        return minorPerUnit;
    }

    LocalDate dateOf(Instant instant) {
        return days.dateOf(instant);
    }

    Instant startOf(LocalDate day) {
        return days.startOf(day);
    }

    /** The Monday of a day's week. */
    static LocalDate weekOf(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    /** At once, or at the beginning of a later day. */
    Instant usableFrom(Instant earnedAt, int afterDays) {
        return afterDays == 0 ? earnedAt : days.startOf(days.dateOf(earnedAt).plusDays(afterDays));
    }

    /** The first instant at which points earned then can no longer be used: the end of day D + validity. */
    Instant expiry(Instant earnedAt, PointsRule rule) {
        return days.startOf(days.dateOf(earnedAt).plusDays(rule.validityDays() + 1L));
    }
}
