package io.mendian.marketing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeWindowsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void bothSidesOfItsBounds() {
        TimeWindows happyHour =
                new TimeWindows(Set.of(DayOfWeek.FRIDAY), LocalTime.of(17, 0), LocalTime.of(19, 30), SHANGHAI);
        assertThat(happyHour.contains(at("2026-11-27T16:59:59.999"))).isFalse();
        assertThat(happyHour.contains(at("2026-11-27T17:00:00"))).isTrue();
        assertThat(happyHour.contains(at("2026-11-27T19:29:59.999"))).isTrue();
        assertThat(happyHour.contains(at("2026-11-27T19:30:00"))).isFalse();
        assertThat(happyHour.contains(at("2026-11-26T18:00:00"))).isFalse();
    }

    @Test
    void aNightBelongsToTheDayItBegan() {
        TimeWindows night =
                new TimeWindows(Set.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(2, 0), SHANGHAI);
        assertThat(night.contains(at("2026-11-28T23:00:00"))).isTrue();
        assertThat(night.contains(at("2026-11-29T01:59:59"))).isTrue();
        assertThat(night.contains(at("2026-11-29T02:00:00"))).isFalse();
        assertThat(night.contains(at("2026-11-28T01:00:00"))).isFalse();
        assertThat(night.contains(at("2026-11-29T23:00:00"))).isFalse();
    }

    @Test
    void withoutHoursTheWholeDay() {
        TimeWindows monday =
                new TimeWindows(Set.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, SHANGHAI);
        assertThat(monday.contains(at("2026-11-23T00:00:00"))).isTrue();
        assertThat(monday.contains(at("2026-11-23T23:59:59.999"))).isTrue();
        assertThat(monday.contains(at("2026-11-24T00:00:00"))).isFalse();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
