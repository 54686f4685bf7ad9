package io.mendian.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final int CASES = 60_000;

    @Test
    void aMissedRequirementCostsOneStepOrAllThatDoesNotFitButNeverTheFloor() {
        Progress little = new Progress(120, 0, 0, 0);
        assertThat(at(LadderTerms.Miss.ONE_STEP_DOWN, null)
                        .kept("DIAMOND", little)
                        .code())
                .isEqualTo("GOLD");
        assertThat(at(LadderTerms.Miss.TO_FIT, null).kept("DIAMOND", little).code())
                .isEqualTo("SILVER");
        assertThat(at(LadderTerms.Miss.TO_FIT, "GOLD")
                        .kept("DIAMOND", Progress.NONE)
                        .code())
                .isEqualTo("GOLD");
        assertThat(at(LadderTerms.Miss.TO_FIT, "GOLD")
                        .kept("SILVER", Progress.NONE)
                        .code())
                .as("the floor lifts nobody")
                .isEqualTo("SILVER");
        assertThat(at(LadderTerms.Miss.TO_FIT, null)
                        .kept("GOLD", new Progress(180, 0, 0, 0))
                        .code())
                .as("180 retains GOLD, which takes 200 to reach")
                .isEqualTo("GOLD");
    }

    @ParameterizedTest
    @EnumSource(LadderTerms.Period.class)
    void periodsAreAGridWithoutGapsOnEveryDayOfEightYears(LadderTerms.Period period) {
        if (period == LadderTerms.Period.LIFETIME) {
            return;
        }
        LadderTerms terms = terms(period, LadderTerms.Miss.TO_FIT, null);
        LocalDate anchor = LadderTerms.anchor(LocalDate.of(2024, 2, 29));
        for (LocalDate day = LocalDate.of(2024, 2, 29); day.isBefore(LocalDate.of(2032, 3, 2)); day = day.plusDays(1)) {
            LocalDate begin = terms.begin(day, anchor);
            LocalDate end = terms.end(begin, anchor);
            assertThat(begin).isBeforeOrEqualTo(day);
            assertThat(end).isAfter(day);
            if (period != LadderTerms.Period.ROLLING) {
                assertThat(terms.begin(end, anchor)).isEqualTo(end);
                assertThat(terms.begin(end.minusDays(1), anchor)).isEqualTo(begin);
            }
        }
    }

    /** 4 × 60 000 members: purchases and returns in any order end on the same level, and a full return at what is kept. */
    @ParameterizedTest
    @ValueSource(longs = {3, 20_261_122, 99, 5_151})
    void anyOrderOfPurchasesAndReturnsEndsOnTheSameLevel(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < CASES; i++) {
            LadderTerms.Period period = LadderTerms.Period.values()[random.nextInt(4)];
            Reckoning reckoning =
                    new Reckoning(new Ladder(1, terms(period, LadderTerms.Miss.TO_FIT, null), levels()), TODAY);
            Standing standing = standing(reckoning, random);
            List<LevelCredit> credits = new ArrayList<>();
            for (int n = random.nextInt(5); n >= 0; n--) {
                credits.add(credit(n, random));
            }
            String one = end(reckoning, standing, credits);
            Collections.shuffle(credits, random);
            assertThat(end(reckoning, standing, credits))
                    .as("seed %s case %s", seed, i)
                    .isEqualTo(one);
            List<LevelCredit> nothing = credits.stream()
                    .map(credit -> credit.returning(credit.brought()))
                    .toList();
            int kept = Math.max(
                    reckoning.ladder().rung(standing.period().baseCode()),
                    reckoning.ladder().rung(standing.grantedCode()));
            assertThat(end(reckoning, standing, nothing))
                    .as("seed %s case %s", seed, i)
                    .isEqualTo(reckoning.ladder().levels().get(kept).code());
        }
    }

    private static String end(Reckoning reckoning, Standing standing, List<LevelCredit> credits) {
        Collected collected = new Collected();
        Progress total = Progress.NONE;
        for (LevelCredit credit : credits) {
            collected.add(credit.day(), credit.counts());
            total = total.plus(credit.counts());
            if (credit.lifts()) {
                collected.lift(credit.orderId(), credit.day(), "DIAMOND");
            }
        }
        return reckoning.level(standing.with(total), collected).code();
    }

    /** What came back of an order came in two parts, in either order. */
    private static LevelCredit credit(long id, Random random) {
        Progress brought = new Progress(random.nextInt(300), 1, random.nextInt(40), random.nextInt(50));
        Progress first = new Progress(random.nextInt(200), 0, random.nextInt(20), random.nextInt(30));
        Progress second = new Progress(random.nextInt(200), random.nextInt(2), random.nextInt(20), random.nextInt(30));
        LevelCredit credit = new LevelCredit(
                id,
                1,
                TODAY.minusDays(random.nextInt(500)),
                random.nextBoolean() ? 1000 : 1500,
                brought,
                Progress.NONE,
                random.nextInt(6) == 0 ? "DIAMOND" : null,
                250,
                Set.of());
        LevelCredit oneWay = credit.returning(first).returning(second);
        assertThat(credit.returning(second).returning(first)).isEqualTo(oneWay);
        return random.nextBoolean() ? credit : oneWay;
    }

    private static Standing standing(Reckoning reckoning, Random random) {
        LocalDate joined = LadderTerms.anchor(TODAY.minusDays(random.nextInt(900)));
        List<@Nullable String> codes = new ArrayList<>(List.of("BASE", "SILVER", "GOLD"));
        codes.add(null);
        Standing standing = new Standing(
                1,
                "BASE",
                codes.get(random.nextInt(4)),
                Progress.NONE,
                0,
                1,
                Instant.EPOCH,
                Standing.Period.NONE,
                joined,
                true);
        return standing.in(reckoning.fresh(joined, codes.get(random.nextInt(4))));
    }

    private static Reckoning at(LadderTerms.Miss miss, @Nullable String floor) {
        return new Reckoning(new Ladder(1, terms(LadderTerms.Period.CALENDAR_YEAR, miss, floor), levels()), TODAY);
    }

    private static LadderTerms terms(LadderTerms.Period period, LadderTerms.Miss miss, @Nullable String floor) {
        return new LadderTerms(period, 6, miss, floor, LadderTerms.OnChange.AT_ONCE, List.of(), 0, 1000);
    }

    private static List<Level> levels() {
        return List.of(
                level("BASE", Map.of(), Map.of()),
                level("SILVER", Map.of(Measure.SPEND, 100L), Map.of()),
                level("GOLD", Map.of(Measure.SPEND, 200L, Measure.ORDERS, 4L), Map.of(Measure.SPEND, 150L)),
                level("DIAMOND", Map.of(Measure.SPEND, 400L), Map.of()));
    }

    private static Level level(String code, Map<Measure, Long> thresholds, Map<Measure, Long> retain) {
        return new Level(code, code, thresholds, retain, 1000, true, 1000, List.of(), Set.of());
    }
}
