package io.mendian.marketing.coupon;

import io.mendian.kernel.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a coupon may be used: fixed calendar dates, both included, or {@code days} calendar days of which the day of the
 * claim is the first. Days are those of {@code zone}; null means the chain's own.
 */
public record CouponValidity(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer days,
        @Nullable ZoneId zone) {

    /** The half-open span for a coupon that is given now. */
    TimeSlot slotFor(Instant now, ZoneId zone) {
        if (days != null) {
            LocalDate first = now.atZone(zone).toLocalDate();
            return new TimeSlot(now, first.plusDays(days).atStartOfDay(zone).toInstant());
        }
        if (from == null || to == null) {
            throw new IllegalStateException("a validity is either dates or days");
        }
        return new TimeSlot(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
