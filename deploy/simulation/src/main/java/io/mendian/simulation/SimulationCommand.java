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
        long ms = (System.nanoTime() - t) / 1_000_000;
        System.out.println(many + " seeds in " + ms + " ms, " + bad + " wrong");
    }
}
