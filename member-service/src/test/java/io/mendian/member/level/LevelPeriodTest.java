package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class LevelPeriodTest {

    private static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);
    private static final Map<String, Object> YEAR = Map.of("period", "CALENDAR_YEAR", "onMiss", "ONE_STEP_DOWN");

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    LadderSetting ladders;

    @Autowired
    EndLevelPeriods endLevelPeriods;

    private MemberKey member;
    private JsonNode before;

    @BeforeEach
    void aMember() {
        member = assets.joined();
        before = ladders.inForce();
    }

    @AfterEach
    void theBooksBalance() {
        ladders.restore(before);
        assets.balance();
    }

    @Test
    void whoMeetsTheRequirementKeepsHisLevelForANewPeriodAndWhoMissesItFallsOneStep() {
        ladders.set(LadderSetting.ladder(YEAR));
        int year = beginOfAYear();
        assets.earn(member, 500_000);
        assertThat(level()).isEqualTo("GOLD");
        clock.advanceTo(newYear(year + 1).minusSeconds(5));
        ladders.endAll();
        assertThat(mine().path("period").path("retained").asBoolean()).isTrue();
        clock.advanceTo(newYear(year + 1));
        Assets.race(4, i -> () -> endLevelPeriods.end(500));
        ladders.endAll();
        assertThat(level()).isEqualTo("GOLD");
        JsonNode period = mine().path("period");
        assertThat(period.path("from").asString())
                .isEqualTo(LocalDate.of(year + 1, 1, 1).toString());
        assertThat(period.path("retained").asBoolean()).isFalse();
        assertThat(period.path("otherwise").asString()).isEqualTo("SILVER");
        assets.earn(member, 120_050);
        JsonNode gap = mine().path("period").path("toRetain").get(0);
        assertThat(gap.path("missing").asLong()).isEqualTo(300_000 - 120_050);
        clock.advanceTo(newYear(year + 2));
        ladders.endAll();
        assertThat(changes()).containsExactly("ORDINARY>GOLD", "GOLD>SILVER");
        clock.advanceTo(newYear(year + 3));
        ladders.endAll();
        assertThat(changes()).containsExactly("ORDINARY>GOLD", "GOLD>SILVER", "SILVER>ORDINARY");
        assertThat(assets.number("SELECT COUNT(*) FROM level_period WHERE member_key = ?", member))
                .isEqualTo(3);
    }

    @Test
    void theFloorHoldsAndToFitFallsFurther() {
        ladders.set(LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR", "onMiss", "TO_FIT", "floor", "SILVER")));
        int year = beginOfAYear();
        assets.earn(member, 2_000_000);
        assertThat(level()).isEqualTo("DIAMOND");
        clock.advanceTo(newYear(year + 2));
        ladders.endAll();
        assertThat(level()).isEqualTo("SILVER");
        assertThat(changes()).containsExactly("ORDINARY>DIAMOND", "DIAMOND>SILVER");
    }

    @Test
    void benefitsBiteWithTheLevelAndEndWithIt() {
        ladders.set(LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR")));
        int year = beginOfAYear();
        assets.earn(member, 500_000);
        assertThat(context().path("levelPricePermille").asInt()).isEqualTo(950);
        assertThat(context().path("levelRights").get(0).asString()).isEqualTo("PRE_ORDER");
        clock.advanceTo(newYear(year + 2));
        ladders.endAll();
        assertThat(context().path("levelPricePermille").asInt()).isEqualTo(1_000);
        assertThat(context().path("levelRights").size()).isZero();
        assertThat(context().path("paidOrders").asLong()).isEqualTo(1);
    }

    @Test
    void aPurchaseOfTheOldYearThatArrivesLateStillKeepsTheLevelAndItsReturnTakesIt() {
        ladders.set(LadderSetting.ladder(Map.of("period", "CALENDAR_YEAR")));
        int year = beginOfAYear();
        assets.earn(member, 500_000);
        clock.advanceTo(newYear(year + 1).plusSeconds(60));
        ladders.endAll();
        Sale late = Sale.to(member).at(newYear(year + 2).minusSeconds(30)).goods(310_000);
        clock.advanceTo(newYear(year + 2).plusSeconds(30));
        ladders.endAll();
        assertThat(level()).isEqualTo("ORDINARY");
        deliveries.deliverTwice(late.paid());
        assertThat(level()).isEqualTo("GOLD");
        deliveries.deliverTwice(late.refund(1, 1, 310_000).full().event());
        assertThat(level()).isEqualTo("ORDINARY");
    }

    @Test
    void aPurchaseAndTheEndOfThePeriodAtOnceAreEachCountedOnce() {
        ladders.set(LadderSetting.ladder(YEAR));
        int year = beginOfAYear();
        assets.earn(member, 500_000);
        clock.advanceTo(newYear(year + 2));
        Assets.race(6, i -> () -> {
            if (i % 2 == 0) {
                assets.earn(member, 50_000);
                return 0;
            }
            return endLevelPeriods.end(500);
        });
        ladders.endAll();
        assertThat(changes()).startsWith("ORDINARY>GOLD", "GOLD>SILVER").hasSize(2);
        assertThat(mine().path("progress").path("spendMinor").asLong()).isEqualTo(150_000);
        assertThat(mine().path("total").path("spendMinor").asLong()).isEqualTo(650_000);
    }

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

    private int beginOfAYear() {
        int year = DAYS.dateOf(clock.instant()).getYear() + 1;
        clock.advanceTo(newYear(year).plusSeconds(3_600));
        ladders.endAll();
        return year;
    }

    private static java.time.Instant newYear(int year) {
        return DAYS.startOf(LocalDate.of(year, 1, 1));
    }

    private String level() {
        return mine().path("level").path("code").asString();
    }

    private JsonNode mine() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/level")
                .expect(200)
                .json();
    }

    private JsonNode context() {
        return assets.asOrderService()
                .get("/internal/v1/members/" + member + "/checkout-context")
                .expect(200)
                .json();
    }

    private List<String> changes() {
        return outbox.events(MemberLevelChanged.class, member.text()).stream()
                .map(event -> event.fromLevel() + ">" + event.toLevel())
                .toList();
    }
}
