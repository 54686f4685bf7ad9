package io.mendian.simulation;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Takes one guard after the other away and looks for the first seed that notices. */
final class Mutants {

    private final Simulation simulation;

    Mutants(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The first of so many seeds that finds the mutant. */
    OptionalLong firstSeedThatFinds(Mutant mutant, long most, Consumer<String> said) {
        simulation.world().mutate(mutant);
        try {
            for (long seed = 1; seed <= most; seed++) {
                if (!mutant.mayBeFoundBy(seed)) {
                    continue;
                }
                List<String> wrong = simulation.run(seed);
                if (!wrong.isEmpty()) {
                    String first = wrong.getFirst().replaceAll("\\s+", " ");
                    said.accept(mutant + " is found by seed " + seed + ": "
                            + first.substring(0, Math.min(200, first.length())));
                    return OptionalLong.of(seed);
                }
            }
            said.accept(mutant + " is found by none of " + most + " seeds");
            return OptionalLong.empty();
        } finally {
            simulation.world().mutate(Mutant.NONE);
        }
    }
}
