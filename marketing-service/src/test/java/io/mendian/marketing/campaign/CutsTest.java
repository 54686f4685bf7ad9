package io.mendian.marketing.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** However it is drawn, the cuts of a bargain end exactly at its floor. */
class CutsTest {

    @Test
    void theCutsOfThreeHundredThousandBargainsSumToTheWholeWayAndNoneIsNothing() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        java.util.random.RandomGenerator seeded = new java.util.SplittableRandom(20_261_122);
        for (int bargain = 0; bargain < 300_000; bargain++) {
            int helpers = seeded.nextInt(1, 12);
            long way = helpers + seeded.nextLong(bargain % 3 == 0 ? 3 : 100_000);
            long left = way;
            for (int coming = helpers; coming > 0; coming--) {
                long cut = Cuts.draw(left, coming, bargain % 2 == 0 ? seeded : random);
                if (cut < 1 || left - cut < coming - 1) {
                    throw new AssertionError("cut " + cut + " of " + left + " with " + coming + " to come");
                }
                left -= cut;
            }
            assertThat(left).isZero();
        }
    }
}
