package io.mendian.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void aQuietHostIsAskedForNoMoreRoundsThanWanted() throws Exception {
        Rounds rounds = Rounds.of(3, round -> new double[] {round, 10}, host(0, 0, 0));

        assertThat(rounds.column(0)).containsExactly(0, 1, 2);
        assertThat(rounds.column(1)).containsExactly(10, 10, 10);
        assertThat(rounds.median(0)).isEqualTo(1);
        assertThat(rounds.note()).isEmpty();
    }

    @Test
    void aRoundDuringWhichTheHostTookMoreThanAFiftiethIsRepeated() throws Exception {
        Rounds rounds = Rounds.of(3, round -> new double[] {round}, host(0, 3, 2, 50, 1));

        assertThat(rounds.column(0)).containsExactly(0, 2, 4);
        assertThat(rounds.note()).isEqualTo("2 rounds repeated");
    }

    @Test
    void onAHostThatAlwaysTakesItsShareTheLeastDisturbedRoundsCountAndTheNoteSaysSo() throws Exception {
        Rounds rounds = Rounds.of(3, round -> new double[] {round}, host(30, 9, 5, 40, 1, 20));

        assertThat(rounds.column(0)).containsExactly(4, 2, 1);
        assertThat(rounds.note()).isEqualTo("3 rounds repeated, the host took up to 9 % in 2 of 3: measure again");
    }

    @Test
    void columnsOfARoundStayTogetherInARatio() throws Exception {
        Rounds rounds = Rounds.of(2, round -> new double[] {4.0 * (round + 1), round + 1}, host(9, 0, 0));

        assertThat(rounds.ratio(0, 1, 1).value()).isEqualTo(4);
        assertThat(rounds.column(1)).containsExactly(2, 3);
    }

    @Test
    void warmingEndsOnceTwoMediansInARowAreAlike() {
        assertThat(Warming.untilSteady(9, List.of(100.0, 60.0, 50.0, 46.0, 45.0).iterator()::next))
                .isEqualTo(4);
    }

    @Test
    void warmingEndsAtItsBoundWhateverTheMediansDo() {
        assertThat(Warming.untilSteady(3, List.of(100.0, 60.0, 30.0, 10.0).iterator()::next))
                .isEqualTo(3);
    }

    /** Readings before and after each round: so many hundredths were stolen. */
    private static Supplier<long[]> host(int... percent) {
        long[] reading = {0, 0};
        Stream.Builder<long[]> readings = Stream.builder();
        for (int stolen : percent) {
            readings.add(reading.clone());
            reading[0] += stolen;
            reading[1] += 100;
            readings.add(reading.clone());
        }
        Iterator<long[]> all = readings.build().iterator();
        return all::next;
    }
}
