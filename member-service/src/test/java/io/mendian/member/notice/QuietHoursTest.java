package io.mendian.member.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));

    @Test
    void nightBeginsAtItsFirstInstantAndEndsBeforeItsLast() {
        assertThat(next("2026-11-22T20:59:59.999999999")).isEqualTo(at("2026-11-22T20:59:59.999999999"));
        assertThat(next("2026-11-22T21:00:00")).isEqualTo(at("2026-11-23T09:00:00"));
        assertThat(next("2026-11-23T08:59:59.999999999")).isEqualTo(at("2026-11-23T09:00:00"));
        assertThat(next("2026-11-23T09:00:00")).isEqualTo(at("2026-11-23T09:00:00"));
    }

    @Test
    void theNextInstantIsNeverQuietNeverEarlierAndAtMostADayAhead() {
        Random random = new Random(44);
        List<ZoneId> zones = List.of(CHINA, ZoneId.of("Europe/Berlin"), ZoneId.of("America/St_Johns"));
        for (int i = 0; i < 300_000; i++) {
            QuietHours quiet = new QuietHours(minute(random), minute(random));
            ZoneId zone = zones.get(i % 3);
            Instant instant = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(40_000_000));
            Instant next = quiet.next(instant, zone);
            assertThat(next.isBefore(instant)).isFalse();
            assertThat(Duration.between(instant, next)).isLessThan(Duration.ofHours(26));
            boolean shifted =
                    !zone.getRules().getOffset(instant).equals(zone.getRules().getOffset(next));
            assertThat(quiet.isQuiet(LocalTime.ofInstant(next, zone)) && !shifted)
                    .isFalse();
        }
    }

    @Test
    void noHoursAreNoQuiet() {
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
        Instant noon = at("2026-11-22T12:00:00");
        assertThat(none.next(noon, CHINA)).isEqualTo(noon);
    }

    private static LocalTime minute(Random random) {
        return LocalTime.ofSecondOfDay(60L * random.nextInt(1_440));
    }

    private static Instant next(String local) {
        return NIGHT.next(at(local), CHINA);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}
