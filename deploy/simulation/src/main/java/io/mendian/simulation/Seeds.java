package io.mendian.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs many seeds, in as many worlds at the same time as there are workers; a seed's history is the same in each of them. */
final class Seeds {

    private static final long TOLD_EVERY_MILLIS = 10_000;

    private final int workers;
    private final Mutant mutant;

    Seeds(int workers, Mutant mutant) {
        this.workers = workers;
        this.mutant = mutant;
    }

    /** Neighbouring seeds shall have nothing in common, which the first numbers of {@link Random} would have. */
    static long mixed(long seed) {
        long z = (seed + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** What a seed found. */
    record Violation(long seed, List<String> wrong) {}

    /** What a run found. */
    record Tally(long seeds, long steps, long kills, long millis, List<Violation> violations) {}

    Tally run(long first, long many, Consumer<String> progress) {
        long began = System.nanoTime();
        AtomicLong next = new AtomicLong(first);
        AtomicLong steps = new AtomicLong();
        AtomicLong kills = new AtomicLong();
        AtomicLong told = new AtomicLong();
        List<Violation> violations = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        List<Throwable> broken = Collections.synchronizedList(new ArrayList<>());
        for (int worker = 0; worker < workers; worker++) {
            String name = "world" + worker;
            threads.add(Thread.ofPlatform().name(name).start(() -> {
                try {
                    Simulation simulation = new Simulation(name + "-" + System.nanoTime());
                    simulation.world().mutate(mutant);
                    for (long seed = next.getAndIncrement(); seed < first + many; seed = next.getAndIncrement()) {
                        List<String> wrong = simulation.run(seed);
                        if (!wrong.isEmpty()) {
                            violations.add(new Violation(seed, wrong));
                            progress.accept("seed " + seed + ": " + wrong.getFirst());
                        }
                        long all =
                                steps.addAndGet(simulation.world().scheduler().steps());
                        long killed = kills.addAndGet(simulation.world().kills());
                        tell(progress, told, began, seed - first, many, all, killed, violations.size());
                    }
                    simulation.stop();
                } catch (RuntimeException | Error e) {
                    broken.add(e);
                    next.set(first + many);
                }
            }));
        }
        threads.forEach(Seeds::join);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the simulation broke", broken.getFirst());
        }
        violations.sort(Comparator.comparingLong(Violation::seed));
        return new Tally(many, steps.get(), kills.get(), (System.nanoTime() - began) / 1_000_000, violations);
    }

    private static void tell(
            Consumer<String> progress,
            AtomicLong told,
            long began,
            long done,
            long many,
            long steps,
            long kills,
            int bad) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        long last = told.get();
        if (done > 0 && millis - last > TOLD_EVERY_MILLIS && told.compareAndSet(last, millis)) {
            progress.accept(done + " of " + many + " seeds, " + steps + " steps, " + kills + " kills, " + bad
                    + " with violations, " + (many - done) * millis / done / 1000 + " s left");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
