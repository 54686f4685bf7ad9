package io.mendian.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The long processes of all services, one history per seed; {@code -Dsimulation.seeds=20000} for more of them. */
class SimulationTest {

    /** Every mutant of the list was found much earlier; the histories move a little with every statement that changes. */
    private static final long SEEDS_TO_FIND_A_MUTANT = 5_000;

    private static Simulation simulation;

    @BeforeAll
    static void start() {
        simulation = new Simulation("test");
    }

    @AfterAll
    static void stop() {
        simulation.stop();
    }

    @Test
    void everythingIsFinalAndRightAfterEachSeed() {
        Seeds.Tally tally =
                new Seeds(2, Mutant.NONE).run(1, Long.getLong("simulation.seeds", 1_000), System.out::println);
        assertThat(tally.kills()).isPositive();
        assertThat(tally.violations().stream()
                        .map(violation -> "deploy/chaos --level L1 --trace --seed " + violation.seed() + "\n  "
                                + String.join("\n  ", violation.wrong()))
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void theSameSeedIsTheSameHistoryInAnotherWorldToo() {
        long first = simulation.fingerprint(71);
        for (long seed = 72; seed < 90; seed++) {
            assertThat(simulation.fingerprint(seed)).isNotEqualTo(first);
        }
        assertThat(simulation.fingerprint(71)).isEqualTo(first);
        Simulation elsewhere = new Simulation("elsewhere");
        assertThat(elsewhere.fingerprint(71)).isEqualTo(first);
        elsewhere.stop();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aGuardThatIsTakenAwayIsMissed(Mutant mutant) {
        assertThat(new Mutants(simulation).firstSeedThatFinds(mutant, SEEDS_TO_FIND_A_MUTANT, System.out::println))
                .as(mutant.what)
                .isPresent();
    }
}
