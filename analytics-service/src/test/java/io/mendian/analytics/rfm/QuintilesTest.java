package io.mendian.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Seeds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuintilesTest {

    @Test
    void theWorkedExampleOfTheGuide() {
        assertThat(Quintiles.of(new long[] {0, 10, 10, 30, 30, 100, 365}).boundaries())
                .isEqualTo(List.of(10L, 10L, 30L, 100L));
        Quintiles frequency = Quintiles.of(new long[] {2, 1, 1, 1, 3, 1, 1});
        assertThat(frequency.boundaries()).isEqualTo(List.of(1L, 1L, 1L, 2L));
        assertThat(frequency.step(1)).isEqualTo(1);
        assertThat(frequency.step(2)).isEqualTo(4);
        assertThat(frequency.step(3)).isEqualTo(5);
        assertThat(Quintiles.of(new long[] {1500, 0, 3000, 1200, 5000, 700, 1500})
                        .boundaries())
                .isEqualTo(List.of(700L, 1200L, 1500L, 3000L));
    }

    @Test
    void fewerDaysAreBetter() {
        Quintiles days = Quintiles.of(new long[] {0, 10, 10, 30, 30, 100, 365});
        assertThat(days.inverted(0)).isEqualTo(5);
        assertThat(days.inverted(100)).isEqualTo(2);
        assertThat(days.inverted(365)).isEqualTo(1);
    }

    @Test
    void oneMemberHasOneScoreAndNobodyNone() {
        assertThat(Quintiles.of(new long[] {7}).step(7)).isEqualTo(1);
        assertThat(Quintiles.of(new long[0]).boundaries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void distinctValuesFallIntoFiveEqualGroupsAndOrderDoesNotMatter(long seed) {
        Random random = new Random(Seeds.of(seed));
        long[] values = random.longs(100, 0, 1_000_000_000).distinct().toArray();
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(Quintiles.of(values)).isEqualTo(Quintiles.of(sorted));
        Quintiles quintiles = Quintiles.of(values);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(quintiles.step(sorted[i])).as("seed %d", seed).isEqualTo(i * 5 / sorted.length + 1);
        }
    }

    @Test
    void everyCombinationOfScoresBelongsToOneOfElevenClassesAndNoneIsEmpty() {
        Set<RfmClass> met = EnumSet.noneOf(RfmClass.class);
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    met.add(RfmClass.of(r, f, m));
                }
            }
        }
        assertThat(met).hasSize(11).containsExactlyInAnyOrder(RfmClass.values());
        assertThat(RfmClass.of(5, 5, 5)).isEqualTo(RfmClass.CHAMPIONS);
        assertThat(RfmClass.of(1, 5, 5)).isEqualTo(RfmClass.CANNOT_LOSE);
        assertThat(RfmClass.of(1, 1, 1)).isEqualTo(RfmClass.LOST);
        assertThat(RfmClass.of(5, 1, 1)).isEqualTo(RfmClass.NEW);
    }
}
