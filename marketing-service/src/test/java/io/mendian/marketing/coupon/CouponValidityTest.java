package io.mendian.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CouponValidityTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant CLAIMED = Instant.parse("2026-11-22T15:30:00Z"); // 23:30 in Shanghai

    @Test
    void fixedDatesCountWholeDaysOfTheirZone() {
        TimeSlot valid = new CouponValidity(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 12), null, null)
                .slotFor(CLAIMED, SHANGHAI);
        assertThat(valid.contains(Instant.parse("2026-11-30T15:59:59.999999Z"))).isFalse();
        assertThat(valid.contains(Instant.parse("2026-11-30T16:00:00Z"))).isTrue();
        assertThat(valid.contains(Instant.parse("2026-12-12T15:59:59.999999Z"))).isTrue();
        assertThat(valid.contains(Instant.parse("2026-12-12T16:00:00Z"))).isFalse();
    }

    @Test
    void theDayOfTheClaimIsTheFirst() {
        TimeSlot valid = new CouponValidity(null, null, 2, null).slotFor(CLAIMED, SHANGHAI);
        assertThat(valid.contains(CLAIMED.minusNanos(1))).isFalse();
        assertThat(valid.contains(CLAIMED)).isTrue();
        assertThat(valid.contains(Instant.parse("2026-11-23T15:59:59.999999Z"))).isTrue();
        assertThat(valid.contains(Instant.parse("2026-11-23T16:00:00Z"))).isFalse();
    }

    @Test
    void summerTimeDoesNotMoveTheEndOfTheDay() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeSlot valid = new CouponValidity(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 28), null, null)
                .slotFor(CLAIMED, berlin);
        assertThat(valid.length().toHours()).isEqualTo(23);
    }
}
