package io.mendian.chain.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a kill, whose turn it is, and what several runs at once come to together. */
class BookkeepingTest {

    private static final String ORDER = "order-service";

    @TempDir
    Path folder;

    @Test
    void whoNeverComesUpCountsOnce() {
        Deaths deaths = new Deaths();
        deaths.died(ORDER, true, false);
        deaths.died(ORDER, false, true);
        deaths.died(ORDER, false, true);
        deaths.died(ORDER, false, true);
        assertThat(deaths.counted()).isEqualTo(2);
        assertThat(deaths.atPoints()).isEqualTo(1);
        deaths.died("gateway", false, true);
        deaths.died(ORDER, true, true);
        deaths.died(ORDER, false, true);
        assertThat(deaths.counted()).isEqualTo(5);
        assertThat(deaths.toString()).contains("2 more died again").contains("order-service 4");
    }

    @Test
    void whatWasDoneLeastComesFirstAlsoWhenAnotherRunDidIt() {
        Path file = folder.resolve("points.tsv");
        Rotation one = new Rotation(file);
        one.add("a");
        one.add("b");
        one.add("c");
        Rotation other = new Rotation(file);
        other.tried("a", true);
        other.tried("c", false);
        other.tried("c", false);
        assertThat(one.inTurn(new Random(1))).containsExactly("b", "c", "a");
        assertThat(one.undone()).containsExactly("b", "c");
        assertThat(one.done("a")).isEqualTo(1);
        one.tried("c", false);
        one.tried("c", false);
        assertThat(other.inTurn(new Random(1)))
                .as("what is missed again and again waits too")
                .containsExactly("b", "a", "c");
    }

    @Test
    void runsAtTheSameTimeAreCountedTogetherAndTheirLinesTellWhatCameSinceTheLast() {
        Path file = folder.resolve("tally.tsv");
        Tally one = new Tally(file, "abc");
        Tally other = new Tally(file, "abc");
        Tally elsewhere = new Tally(file, "def");
        one.add(1, "--long", new Figures(1, 20, 5, 0, 0, 900), 100);
        one.add(1, "--long", new Figures(2, 50, 11, 1, 0, 1_900), 300);
        other.add(2, "--long", new Figures(1, 7, 2, 0, 1, 61_000), 40);
        elsewhere.add(3, "--long", new Figures(1, 1_000, 2, 0, 0, 10), 40);
        assertThat(one.kills()).isEqualTo(57);
        assertThat(one.sum())
                .contains("commit abc, 2 runs: 3 trials, 57 kills, 13 of them at a point")
                .contains("340 requests, 1 violations of safety, 1 late (slowest 61.0 s)");
    }
}
