package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.runtime.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final Level BASE = level("BASE", Map.of());

    @Test
    void theHighestReachedLevelCountsAndStepsMayBeSkipped() {
        Ladder ladder = Ladder.checked(
                1,
                LadderTerms.LIFETIME,
                List.of(
                        BASE,
                        level("SILVER", Map.of(Measure.SPEND, 1_000L, Measure.ORDERS, 5L)),
                        level("GOLD", Map.of(Measure.SPEND, 2_000L, Measure.RECHARGE, 900L))));
        assertThat(code(ladder, new Progress(999, 4, 0, 0))).isEqualTo("BASE");
        assertThat(code(ladder, new Progress(1_000, 0, 0, 0))).isEqualTo("SILVER");
        assertThat(code(ladder, new Progress(0, 5, 0, 0))).isEqualTo("SILVER");
        assertThat(code(ladder, new Progress(0, 0, 0, 900))).isEqualTo("GOLD");
        assertThat(ladder.rung("GOLD")).isEqualTo(2);
        assertThat(ladder.rung("UNKNOWN")).isZero();
    }

    @Test
    void overlappingOrUnorderedThresholdsAreRefusedWithTheirField() {
        refused(
                "levels[2].thresholds.SPEND",
                level("SILVER", Map.of(Measure.SPEND, 1_000L)),
                level("GOLD", Map.of(Measure.SPEND, 1_000L)));
        refused(
                "levels[2].thresholds.SPEND",
                level("SILVER", Map.of(Measure.SPEND, 1_000L)),
                level("GOLD", Map.of(Measure.SPEND, 999L)));
        refused(
                "levels[3].thresholds.SPEND",
                level("SILVER", Map.of(Measure.SPEND, 1_000L)),
                level("GOLD", Map.of(Measure.ORDERS, 3L)),
                level("DIAMOND", Map.of(Measure.SPEND, 800L)));
        refused("levels[1].thresholds.ORDERS", level("SILVER", Map.of(Measure.ORDERS, 0L)));
        refused("levels[1].thresholds", level("SILVER", Map.of()));
        refused("levels[1].code", level("BASE", Map.of(Measure.SPEND, 7L)));
    }

    @Test
    void termsThatNameNoLevelOfTheLadderAreRefused() {
        LadderTerms terms = new LadderTerms(
                LadderTerms.Period.ROLLING,
                6,
                LadderTerms.Miss.TO_FIT,
                null,
                LadderTerms.OnChange.AT_ONCE,
                List.of(new Acceleration(1_000, "PLATINUM")),
                0,
                1000);
        assertThatThrownBy(() -> Ladder.checked(1, terms, List.of(BASE)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("field=terms.accelerations[0].level,");
    }

    private static void refused(String field, Level... above) {
        List<Level> levels = new java.util.ArrayList<>(List.of(BASE));
        levels.addAll(List.of(above));
        assertThatThrownBy(() -> Ladder.checked(1, LadderTerms.LIFETIME, levels))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LADDER_INVALID")
                .hasMessageContaining("field=" + field + ",");
    }

    private static String code(Ladder ladder, Progress progress) {
        return ladder.levels().get(ladder.fit(progress)).code();
    }

    private static Level level(String code, Map<Measure, Long> thresholds) {
        return new Level(code, "等级" + code, thresholds, Map.of(), 1000, true, 1000, List.of(), Set.of());
    }
}
