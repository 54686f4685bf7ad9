package io.mendian.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Callers on virtual threads: a closed loop in which each waits for its answer, or an open one that keeps a rate whatever the answers do. */
public final class Load {

    private Load() {}

    /** One operation of caller {@code client}, its {@code turn}-th; answers whether it was done (false: refused). */
    @FunctionalInterface
    public interface Operation {
        boolean run(int client, long turn) throws Exception;
    }

    /** What a run did. Latencies are in microseconds; in an open loop they begin when the operation was due, not when it got its turn. */
    public record Result(long done, long refused, long failed, double seconds, Histogram latency, String firstFailure) {

        public double perSecond() {
            return (done + refused) / seconds;
        }

        public double donePerSecond() {
            return done / seconds;
        }

        public double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** Each of the callers goes on until the time is over. */
    public static Result closed(int clients, double seconds, Operation operation) {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        return run(clients, (client, tally) -> {
            for (long turn = 0; System.nanoTime() < until; turn++) {
                tally.time(System.nanoTime(), operation, client, turn);
            }
        });
    }

    /** Every caller does its share of so many operations. */
    public static Result times(int clients, long operations, Operation operation) {
        AtomicLong next = new AtomicLong();
        return run(clients, (client, tally) -> {
            for (long turn = next.getAndIncrement(); turn < operations; turn = next.getAndIncrement()) {
                tally.time(System.nanoTime(), operation, client, turn);
            }
        });
    }

    /** Starts {@code perSecond} operations a second, evenly; a caller that is late catches up and its lateness counts. */
    public static Result open(int clients, double perSecond, double seconds, Operation operation) {
        long total = (long) (perSecond * seconds);
        double gap = 1e9 / perSecond;
        AtomicLong next = new AtomicLong();
        long begin = System.nanoTime() + 10_000_000;
        return run(clients, (client, tally) -> {
            for (long turn = next.getAndIncrement(); turn < total; turn = next.getAndIncrement()) {
                long due = begin + (long) (turn * gap);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                tally.time(due, operation, client, turn);
            }
        });
    }

    private interface Caller {
        void run(int client, Tally tally);
    }

    private static Result run(int clients, Caller caller) {
        List<Tally> tallies = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                Tally tally = new Tally();
                tallies.add(tally);
                running.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    caller.run(client, tally);
                    return null;
                }));
            }
            ready.await();
            long begin = System.nanoTime();
            go.countDown();
            for (Future<?> one : running) {
                one.get();
            }
            return sum(tallies, (System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Result sum(List<Tally> tallies, double seconds) {
        Histogram all = Histograms.empty();
        long done = 0;
        long refused = 0;
        long failed = 0;
        String firstFailure = "";
        for (Tally tally : tallies) {
            all.add(tally.latency);
            done += tally.done;
            refused += tally.refused;
            failed += tally.failed;
            firstFailure = firstFailure.isEmpty() ? tally.firstFailure : firstFailure;
        }
        return new Result(done, refused, failed, seconds, all, firstFailure);
    }

    /** One caller's counts; only its own thread touches it until the end. */
    private static final class Tally {
        private final Histogram latency = Histograms.empty();
        private long done;
        private long refused;
        private long failed;
        private String firstFailure = "";

        private void time(long begin, Operation operation, int client, long turn) {
            try {
                if (operation.run(client, turn)) {
                    done++;
                } else {
                    refused++;
                }
                Histograms.record(latency, System.nanoTime() - begin);
            } catch (Exception e) {
                failed++;
                firstFailure = firstFailure.isEmpty() ? e.toString() : firstFailure;
            }
        }
    }
}
