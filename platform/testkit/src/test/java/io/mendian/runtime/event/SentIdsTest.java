package io.mendian.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SentIdsTest {

    @Test
    void neighboursAreOneRunInWhateverOrderTheyCome() {
        SentIds ids = new SentIds();
        for (long id : new long[] {7, 9, 8, 3, 4, 12}) {
            ids.add(id);
        }
        assertThat(ids.runs()).containsExactly(new SentIds.Run(3, 4), new SentIds.Run(7, 9), new SentIds.Run(12, 12));
        assertThat(ids.these()).isEqualTo("id BETWEEN 3 AND 4 OR id BETWEEN 7 AND 9 OR id BETWEEN 12 AND 12");
        assertThat(ids.others()).isEqualTo("id > 0 AND id < 3 OR id > 4 AND id < 7 OR id > 9 AND id < 12 OR id > 12");
    }

    @Test
    void theyHoldExactlyWhatWasAdded() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SentIds ids = new SentIds(200);
            TreeSet<Long> expected = new TreeSet<>();
            for (int i = 0; i < 100; i++) {
                long id = random.nextLong(1, 160);
                ids.add(id);
                expected.add(id);
            }
            TreeSet<Long> held = new TreeSet<>();
            ids.runs().forEach(run -> {
                for (long id = run.first(); id <= run.last(); id++) {
                    assertThat(held.add(id)).isTrue();
                }
            });
            assertThat(held).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void ofTooManyRunsTheOldestIsForgotten() {
        SentIds ids = new SentIds();
        for (long id = 10; id <= 10 + 2L * SentIds.MOST_RUNS; id += 2) {
            ids.add(id);
        }
        assertThat(ids.runs()).hasSize(SentIds.MOST_RUNS);
        assertThat(ids.runs().getFirst().first()).isEqualTo(12);
    }
}
