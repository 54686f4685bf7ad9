package io.mendian.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private final TimeSlot nineToTen = TimeSlot.of(NINE, Duration.ofHours(1));

    @Test
    void touchingSlotsDoNotOverlap() {
        TimeSlot tenToEleven = TimeSlot.of(NINE.plusSeconds(3600), Duration.ofHours(1));
        assertThat(nineToTen.overlaps(tenToEleven)).isFalse();
        assertThat(tenToEleven.overlaps(nineToTen)).isFalse();
    }

    @Test
    void slotsThatShareASecondOverlap() {
        assertThat(nineToTen.overlaps(TimeSlot.of(NINE.plusSeconds(3599), Duration.ofHours(1))))
                .isTrue();
    }

    @Test
    void aSlotContainsItsBeginningButNotItsEnd() {
        assertThat(nineToTen.contains(NINE)).isTrue();
        assertThat(nineToTen.contains(NINE.plusSeconds(3600))).isFalse();
    }

    @Test
    void aSlotThatEndsWhereItBeginsIsRefused() {
        assertThatThrownBy(() -> new TimeSlot(NINE, NINE)).isInstanceOf(IllegalArgumentException.class);
    }
}
