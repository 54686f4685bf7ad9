package io.mendian.simulators.world;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** What every simulator is given. {@code scale} shrinks the providers' own waiting times, so that tests run fast. */
public record World(SimClock clock, Journal journal, FaultSwitches switches, double scale, ExecutorService threads)
        implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(World.class.getName());

    public World(SimClock clock, Journal journal, double scale) {
        this(clock, journal, new FaultSwitches(journal), scale, Executors.newVirtualThreadPerTaskExecutor());
    }

    public Duration scaled(Duration providersTime) {
        return Duration.ofNanos(Math.round(providersTime.toNanos() * scale));
    }

    public Faults faults() {
        return switches.now();
    }

    /** Runs a task of the provider's own in the background; it ends when the simulators are closed. */
    public void background(Task task) {
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "a background task failed", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed meanwhile", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        journal.close();
    }

    /** Something that may wait. */
    @FunctionalInterface
    public interface Task {
        void run() throws InterruptedException;
    }
}
