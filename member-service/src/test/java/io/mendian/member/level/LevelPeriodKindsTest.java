package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lifts, first days, rolling months, anniversaries, and a ladder that changes meanwhile. */
class LevelPeriodKindsTest extends LevelPeriodCase {

    @Test
    void oneLargePurchaseLiftsAtOnceAndItsReturnTakesTheLiftBack() {
        Map<String, Object> lift = Map.of("fromMinor", 80_000, "level", "GOLD");
        ladders.set(LadderSetting.ladder(Map.of("period", "LIFETIME", "accelerations", List.of(lift))));
        assets.earn(member, 79_999);
        assertThat(level()).isEqualTo("ORDINARY");
        Sale sale = assets.saleTo(member).line("GOODS", "茶", 2, 81_000, null, null);
        deliveries.deliverInParallel(sale.paid(), 4);
        assertThat(level()).isEqualTo("GOLD");
        deliveries.deliverTwice(sale.refund(1, 1, 1_001).event());
        assertThat(changes()).containsExactly("ORDINARY>GOLD", "GOLD>SILVER");
    }

    @Test
    void theFirstDaysAfterJoiningCountMore() {
        ladders.set(LadderSetting.ladder(Map.of("period", "LIFETIME", "boostDays", 30, "boostPermille", 2_000)));
        Sale sale = assets.saleTo(member).line("GOODS", "茶", 3, 60_000, null, null);
        deliveries.deliver(sale.paid());
        assertThat(mine().path("progress").path("spendMinor").asLong()).isEqualTo(120_000);
        assertThat(mine().path("progress").path("orders").asLong()).isEqualTo(1);
        assets.balance();
        clock.advance(Duration.ofDays(31));
        assets.earn(member, 10_000);
        assertThat(mine().path("progress").path("spendMinor").asLong()).isEqualTo(130_000);
        deliveries.deliver(sale.refund(1, 1, 20_000).event());
        deliveries.deliver(sale.refund(1, 2, 40_000).full().event());
        assertThat(mine().path("progress").path("spendMinor").asLong()).isEqualTo(10_000);
        assertThat(level()).isEqualTo("ORDINARY");
    }

    @Test
    void withRollingMonthsALevelLastsFromTheDayItWasReached() {
        ladders.set(LadderSetting.ladder(Map.of("period", "ROLLING", "months", 6)));
        assets.earn(member, 60_000);
        clock.advance(Duration.ofDays(100));
        assets.earn(member, 60_000);
        assertThat(level()).isEqualTo("SILVER");
        LocalDate reached = DAYS.dateOf(clock.instant());
        assertThat(mine().path("period").path("until").asString())
                .isEqualTo(reached.plusMonths(6).toString());
        clock.advance(Duration.ofDays(90));
        assets.earn(member, 1_000);
        assertThat(level())
                .as("the first purchase is too old, the level is not")
                .isEqualTo("SILVER");
        clock.advanceTo(DAYS.startOf(reached.plusMonths(6)));
        ladders.endAll();
        assertThat(level()).isEqualTo("ORDINARY");
    }

    @Test
    void anAnniversaryPeriodRunsFromTheDayOfJoining() {
        ladders.set(LadderSetting.ladder(Map.of("period", "ANNIVERSARY")));
        LocalDate joined = LadderTerms.anchor(DAYS.dateOf(clock.instant()));
        assets.earn(member, 100_000);
        assertThat(mine().path("period").path("from").asString()).isEqualTo(joined.toString());
        clock.advanceTo(DAYS.startOf(joined.plusYears(1)));
        ladders.endAll();
        assertThat(level()).isEqualTo("SILVER");
        clock.advanceTo(DAYS.startOf(joined.plusYears(2)));
        ladders.endAll();
        assertThat(level()).isEqualTo("ORDINARY");
    }

    @Test
    void aHarderLadderThatOnlyLiftsTakesNothingBeforeThePeriodEnds() {
        ladders.set(LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR")));
        int year = beginOfAYear();
        assets.earn(member, 150_000);
        ladders.set(LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR", "onChange", "RISE_ONLY"), 200_000, 900_000));
        assertThat(level()).isEqualTo("SILVER");
        clock.advanceTo(newYear(year + 1));
        ladders.endAll();
        assertThat(level()).isEqualTo("ORDINARY");
    }
}
