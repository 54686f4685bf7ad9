package io.mendian.member.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Caps of a week and a month, visits that came back, and what is no money. */
class PointsCapsTest extends EarningRulesCase {

    @Test
    void aWeekRunsFromMondayToSunday() {
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("caps", Map.of("perWeek", 100))));
        LocalDate monday = DAYS.dateOf(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        clock.advanceTo(DAYS.startOf(monday).plus(Duration.ofHours(1)));
        assets.earn(member, 6_000);
        clock.advance(Duration.ofDays(1));
        assets.earn(member, 6_000);
        assertThat(assets.points(member)).isEqualTo(100);
        clock.advance(Duration.ofDays(5));
        assets.earn(member, 6_000);
        assertThat(assets.points(member)).isEqualTo(100);
        clock.advance(Duration.ofDays(1));
        assets.earn(member, 6_000);
        assertThat(assets.points(member)).isEqualTo(160);
    }

    @Test
    void aMonthIsThatOfTheCalendar() {
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("caps", Map.of("perMonth", 100))));
        LocalDate first = DAYS.dateOf(clock.instant()).with(TemporalAdjusters.firstDayOfNextMonth());
        clock.advanceTo(DAYS.startOf(first).plus(Duration.ofHours(1)));
        assets.earn(member, 6_000);
        clock.advanceTo(DAYS.startOf(first.plusMonths(1)).minus(Duration.ofHours(1)));
        assets.earn(member, 6_000);
        assertThat(assets.points(member)).isEqualTo(100);
        clock.advance(Duration.ofHours(2));
        assets.earn(member, 6_000);
        assertThat(assets.points(member)).isEqualTo(160);
    }

    @Test
    void aVisitWhosePurchaseCameBackLeavesTheRewardToTheNextOneOfThatDay() {
        rule(Map.of(
                "pointsPerUnit",
                0,
                "accrual",
                Map.of("rules", List.of(Map.of("code", "VISIT", "kind", "VISIT", "points", 5)))));
        Sale back = assets.saleTo(member).goods(2_000);
        deliveries.deliver(back.paid());
        deliveries.deliverTwice(back.refund(1, 1, 2_000).full().event());
        assertThat(assets.points(member)).isZero();
        assets.earn(member, 3_000);
        assets.earn(member, 4_000);
        assertThat(assets.points(member)).isEqualTo(5);
    }

    @Test
    void pointsGivenForGoodsAreNoMoneyEvenWhereWhatPointsPaidEarns() {
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("pointsPaidEarns", true)));
        assets.earn(member, 50_000);
        deliveries.deliverTwice(
                assets.saleTo(member).goods(10_000).exchanged(500).paid());
        assertThat(assets.points(member)).isEqualTo(100);
    }

    @Test
    void whatWasSoldAtAnOldTillEarnsOnlyIfTheRuleSaysSo() {
        rule(Map.of("pointsPerUnit", 1, "historyEarns", false));
        deliveries.deliver(assets.saleTo(member).goods(5_000).history().paid());
        assertThat(assets.points(member)).isZero();
        rule(Map.of("pointsPerUnit", 1, "historyEarns", true));
        deliveries.deliverTwice(assets.saleTo(member).goods(5_000).history().paid());
        assertThat(assets.points(member)).isEqualTo(50);
    }
}
