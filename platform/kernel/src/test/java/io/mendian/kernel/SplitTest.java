package io.mendian.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    /** Other cases in each pass of the long form; the test kit, which has this for all others, is built upon the kernel. */
    private static final long PASS = 1_000 * Long.getLong("proof.pass", 0);

    @Test
    void tenYuanOverThreeEqualLinesGivesTheOddFenToTheFirst() {
        assertThat(Split.byWeight(1000, 5, 5, 5)).containsExactly(334, 333, 333);
    }

    @Test
    void weightsThatAreAllZeroShareEvenly() {
        assertThat(Split.byWeight(5, 0, 0)).containsExactly(3, 2);
    }

    @Test
    void aNegativeWholeSplitsAsItsMirror() {
        assertThat(Split.byWeight(-1000, 1, 2)).containsExactly(-333, -667);
    }

    @Test
    void aNegativeWeightIsRefused() {
        assertThatThrownBy(() -> Split.byWeight(10, 3, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsSumToTheWholeAndStayWithinOneOfTheirExactShare(long seed) {
        Random random = new Random(seed + PASS);
        for (int round = 0; round < 25_000; round++) {
            long whole = random.nextLong(10_000_000);
            long[] weights = random.longs(1 + random.nextInt(8), 0, 1_000_000).toArray();
            long total = Arrays.stream(weights).sum();
            long[] parts = Split.byWeight(whole, weights);
            assertThat(Arrays.stream(parts).sum())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(whole);
            for (int i = 0; i < parts.length && total > 0; i++) {
                assertThat(Math.abs(parts[i] - (double) whole * weights[i] / total))
                        .isLessThanOrEqualTo(1.0);
            }
        }
    }

    /** Above some 9·10¹⁸ the products need large numbers; both ways must agree. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void smallAndLargeNumbersAreSplitAlike(long seed) {
        Random random = new Random(seed + PASS);
        for (int round = 0; round < 20_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(8), 0, 5).toArray();
            long[] large =
                    Arrays.stream(weights).map(weight -> weight << 60 >>> 2).toArray();
            long whole = random.nextLong(100);
            assertThat(Split.byWeight(whole, weights))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(Split.byWeight(whole, large));
        }
    }

    @Test
    void sharesOnTheRunningTotalEndExactlyAtTheWhole() {
        long paid = 1001;
        long before = 0;
        long sum = 0;
        for (long returned = 1; returned <= 3; returned++) {
            long soFar = Split.share(paid, returned, 3);
            sum += soFar - before;
            before = soFar;
        }
        assertThat(sum).isEqualTo(paid);
    }

    @Test
    void aPermilleIsRoundedHalfUp() {
        assertThat(Split.permille(1005, 100)).isEqualTo(101);
        assertThat(Split.permille(1004, 100)).isEqualTo(100);
    }
}
