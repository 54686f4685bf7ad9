package io.mendian.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void twoCurrenciesNeverMix() {
        Money dollars = Money.of(5, Currency.getInstance("USD"));
        assertThatThrownBy(() -> Money.fen(5).plus(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverflowThrowsInsteadOfTurningNegative() {
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).plus(Money.fen(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void moneyReadsAsAPersonWritesIt() {
        assertThat(Money.fen(1205)).hasToString("12.05 CNY");
        assertThat(Money.fen(1205).zh()).isEqualTo("12.05 元");
        assertThat(Money.fen(-1000).zh()).isEqualTo("-10 元");
        assertThat(Money.fen(7).zh()).isEqualTo("0.07 元");
        assertThat(Money.fen(1000).en()).isEqualTo("10.00 CNY");
        assertThat(Money.of(1250, Currency.getInstance("JPY")).zh()).isEqualTo("1250 JPY");
        assertThat(Money.fen(Long.MIN_VALUE).figure()).isEqualTo("-92233720368547758.08");
    }

    @Test
    void aBarThatClosesAtFourCountsTheSmallHoursToTheDayBefore() {
        BusinessDay bar = new BusinessDay(BusinessDay.CHINA, LocalTime.of(4, 0));
        assertThat(bar.dateOf(Instant.parse("2026-05-01T19:59:59Z"))).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(bar.dateOf(Instant.parse("2026-05-01T20:00:00Z"))).isEqualTo(LocalDate.of(2026, 5, 2));
    }
}
