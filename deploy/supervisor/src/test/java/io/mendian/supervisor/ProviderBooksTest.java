package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.supervisor.ProviderBooks.Deed;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderBooksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(61);

    @Test
    void equalBooksHaveNoDifference() {
        assertThat(ProviderBooks.differences(Map.of("M1", new Deed(500, LONG_AGO)), Map.of("M1", 500L), NOW))
                .isEmpty();
    }

    @Test
    void anotherAmountAndEachSideAloneAreNamed() {
        assertThat(ProviderBooks.differences(
                        Map.of("M1", new Deed(500, LONG_AGO), "M2", new Deed(70, LONG_AGO)),
                        Map.of("M1", 501L, "M3", 9L),
                        NOW))
                .containsExactly(
                        "M1: provider 500, here 501", "M2: provider 70, here nothing", "M3: provider nothing, here 9");
    }

    @Test
    void aPaymentYoungerThanAMinuteMayStillBeUnderWay() {
        assertThat(ProviderBooks.differences(Map.of("M1", new Deed(500, NOW.minusSeconds(59))), Map.of(), NOW))
                .isEmpty();
    }
}
