package io.mendian.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theExponentOfALinearCostIsOneAndOfAFlatOneIsZero() {
        double[] sizes = {10, 100, 1_000, 10_000};

        assertThat(Statistics.exponent(sizes, new double[] {3, 30, 300, 3_000}, 1)
                        .value())
                .isCloseTo(1, within(1e-9));
        assertThat(Statistics.exponent(sizes, new double[] {7, 7, 7, 7}, 1).value())
                .isCloseTo(0, within(1e-9));
        assertThat(Statistics.exponent(sizes, new double[] {1, 10, 100, 1_000}, 1)
                        .low())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aRatioIsTakenPairByPair() {
        Statistics.Interval ratio = Statistics.ratio(new double[] {10, 40, 90}, new double[] {5, 20, 30}, 1);

        assertThat(ratio.value()).isEqualTo(2);
        assertThat(ratio.low()).isBetween(2.0, 3.0);
        assertThat(ratio.high()).isBetween(2.0, 3.0);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMiddleOfTheTwo() {
        assertThat(Statistics.median(4, 1, 3, 2)).isEqualTo(2.5);
        assertThat(Statistics.median(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void everyOperationOfALoadIsCountedOnceAsDoneRefusedOrFailed() {
        Load.Result result = Load.times(4, 90, (client, turn) -> {
            if (turn % 3 == 2) {
                throw new IllegalStateException("turn " + turn % 3);
            }
            return turn % 3 == 0;
        });

        assertThat(List.of(result.done(), result.refused(), result.failed())).containsExactly(30L, 30L, 30L);
        assertThat(result.firstFailure()).contains("turn 2");
        assertThat(result.latency().getTotalCount()).isEqualTo(60);
    }

    @Test
    void figuresOfTwoRunsAreComparedByName() {
        Report earlier = new Report(Plan.of(Size.TINY, 1), "a");
        earlier.add(new Outcome("B0", "nothing").figure("speed", 50, "/s").figure("gone", 1, ""));
        Report later = new Report(Plan.of(Size.TINY, 1), "b");
        later.add(new Outcome("B0", "nothing").figure("speed", 75, "/s").figure("new", 1, ""));

        assertThat(later.compareWith(earlier.json())).singleElement().asString().contains("B0 speed", "× 1.50");
    }

    @Test
    void aViolationMakesTheRunInvalidAndStandsOnThePage() {
        Report report = new Report(Plan.of(Size.TINY, 1), "");
        report.add(new Outcome("B0", "nothing").expect(false, "17 orders <lost>"));

        assertThat(report.isValid()).isFalse();
        assertThat(HtmlPage.of(report)).contains("17 orders &lt;lost&gt;");
    }
}
