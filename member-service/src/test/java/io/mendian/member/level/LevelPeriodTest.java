package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class LevelPeriodTest extends LevelPeriodCase {

    @Autowired
    JdbcTemplate jdbc;

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
        assertThat(keptAfterTheLastPeriod()).isEqualTo(keptNow()).isEqualTo("GOLD");
        deliveries.deliverTwice(late.refund(1, 1, 310_000).full().event());
        assertThat(level()).isEqualTo("ORDINARY");
        assertThat(keptAfterTheLastPeriod()).isEqualTo(keptNow()).isEqualTo("ORDINARY");
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

    private String keptNow() {
        return jdbc.queryForObject(
                "SELECT base_code FROM level_standing WHERE member_key = ?", String.class, member.value());
    }

    /** What the row of the period that ended last says: the same, or the next late purchase would be judged wrongly. */
    private String keptAfterTheLastPeriod() {
        return jdbc.queryForObject(
                "SELECT next_base FROM level_period WHERE member_key = ? ORDER BY period_until DESC LIMIT 1",
                String.class,
                member.value());
    }
}
