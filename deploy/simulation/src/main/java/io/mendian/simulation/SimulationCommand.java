package io.mendian.simulation;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/chaos --level L1}: many seeds, or one again with all that happened. */
@Command(
        name = "deploy/chaos --level L1",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs the long processes of all services in a simulated world, one history per seed, and judges each. Without"
                        + " --trace: so many seeds; with it: one seed, and everything that happened in it.")
public final class SimulationCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Option(names = "--level", hidden = true)
    @Nullable
    String level;

    @Option(names = "--seed", defaultValue = "1", description = "the first seed (default ${DEFAULT-VALUE})")
    long seed;

    @Option(names = "--seeds", defaultValue = "20000", description = "how many (default ${DEFAULT-VALUE})")
    long seeds;

    @Option(names = "--workers", defaultValue = "2", description = "worlds at the same time (default ${DEFAULT-VALUE})")
    int workers;

    @Option(names = "--trace", description = "replay --seed alone and write down what happens")
    boolean trace;

    @Option(
            names = "--mutant",
            description = "take a guard away first: ${COMPLETION-CANDIDATES}; the run then shows which seed finds it")
    Mutant mutant = Mutant.NONE;

    @Option(names = "--mutants", description = "take each guard away in turn and tell the first of --seeds that finds it")
    boolean mutants;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulationCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        if (mutants) {
            Mutants search = new Mutants(new Simulation("mutants"));
            boolean all = true;
            for (Mutant one : Mutant.values()) {
                all &= one == Mutant.NONE
                        || search.firstSeedThatFinds(one, seeds, out::println).isPresent();
            }
            return all ? 0 : 1;
        }
        if (trace) {
            Simulation simulation = new Simulation("trace");
            simulation.world().mutate(mutant);
            List<String> wrong = simulation.replay(seed, out);
            wrong.forEach(line -> out.println("VIOLATION " + line));
            out.println("seed " + seed + ": " + (wrong.isEmpty() ? "nothing wrong" : wrong.size() + " violations"));
            return wrong.isEmpty() ? 0 : 1;
        }
        out.println("seeds " + seed + " to " + (seed + seeds - 1) + ", mutant " + mutant);
        Seeds.Tally tally = new Seeds(workers, mutant).run(seed, seeds, out::println);
        tally.violations().stream().limit(SHOWN).forEach(violation -> {
            out.println("seed " + violation.seed() + ":");
            violation.wrong().stream().limit(SHOWN).forEach(line -> out.println("  " + line));
            out.println("  again: deploy/chaos --level L1 --trace --seed " + violation.seed()
                    + (mutant == Mutant.NONE ? "" : " --mutant " + mutant));
        });
        out.println(String.format(
                Locale.ROOT,
                "%d seeds, %d steps, %d kills, %.1f s: %s",
                tally.seeds(),
                tally.steps(),
                tally.kills(),
                tally.millis() / 1000.0,
                tally.violations().isEmpty() ? "no violation" : tally.violations().size() + " seeds with violations"));
        return tally.violations().isEmpty() ? 0 : 1;
    }
}
