package io.mendian.simulation;

import java.util.List;

/** tmp. */
public final class SimulationCommand {
    private SimulationCommand() {}

    public static void main(String[] args) {
        long t = System.nanoTime();
        Simulation simulation = new Simulation("w");
        System.out.println("started in " + (System.nanoTime() - t) / 1_000_000 + " ms");
        long from = Long.parseLong(args[0]);
        long many = Long.parseLong(args[1]);
        if (args.length > 2) {
            for (Mutant mutant : Mutant.values()) {
                if (args[2].equals("all2") ? mutant.ordinal() < 7 && mutant != Mutant.STOCK_UNGUARDED : !args[2].equals("all") && !mutant.name().equals(args[2])) continue;
                if (mutant == Mutant.NONE) continue;
                simulation.world().mutate(mutant);
                String found = "NOT FOUND";
                for (long seed = from; seed < from + many; seed++) {
                    List<String> wrong = simulation.run(seed);
                    if (!wrong.isEmpty()) {
                        found = "seed " + seed + " " + wrong.getFirst();
                        break;
                    }
                }
                System.out.println("MUTANT " + mutant + " " + found.substring(0, Math.min(260, found.length())).replaceAll("\\s+", " "));
            }
            return;
        }
        if (many == 1) {
            System.out.println(simulation.replay(from, System.out));
            return;
        }
        t = System.nanoTime();
        int bad = 0;
        for (long seed = from; seed < from + many; seed++) {
            List<String> wrong = simulation.run(seed);
            if (!wrong.isEmpty()) {
                bad++;
                if (bad < 12) System.out.println("seed " + seed + ": " + wrong);
            }
        }
        if (Boolean.getBoolean("sim.sql")) simulation.world().nodes().forEach(node -> node.database.dump());
        long ms = (System.nanoTime() - t) / 1_000_000;
        System.out.println(many + " seeds in " + ms + " ms, " + bad + " wrong");
    }
}
