package io.mendian.booking.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BookingRuleTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant STARTS = Instant.parse("2026-03-10T10:00:00Z");
    private final BookingRule rule = new BookingRule(3, 30, 120, true);

    @Test
    void itOpensAtMidnightOfTheStoreAndClosesBeforeTheBeginning() {
        assertThat(rule.opensAt(STARTS, ZONE)).isEqualTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(rule.closesAt(STARTS)).isEqualTo(Instant.parse("2026-03-10T09:30:00Z"));
        assertThat(rule.cancelUntil(STARTS)).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
    }

    @Test
    void itIsOpenFromTheFirstToTheLastInstant() {
        assertThat(rule.isOpen(rule.opensAt(STARTS, ZONE).minusMillis(1), STARTS, ZONE))
                .isFalse();
        assertThat(rule.isOpen(rule.opensAt(STARTS, ZONE), STARTS, ZONE)).isTrue();
        assertThat(rule.isOpen(rule.closesAt(STARTS), STARTS, ZONE)).isTrue();
        assertThat(rule.isOpen(rule.closesAt(STARTS).plusMillis(1), STARTS, ZONE))
                .isFalse();
    }
}
