package io.mendian.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs the same thing many times at the same instant. */
public final class Race {

    private Race() {}

    /** What came out of one runner: its value, or what it threw. */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        public boolean succeeded() {
            return failure == null;
        }
    }

    /** Lets {@code runners} virtual threads wait for each other, then all go; gives every outcome in order. */
    public static <T> List<Outcome<T>> run(int runners, IntFunction<Callable<T>> work) {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<Outcome<T>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                Callable<T> one = work.apply(i);
                futures.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            for (Future<T> future : futures) {
                outcomes.add(outcome(future));
            }
        }
        return outcomes;
    }

    public static long successes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream().filter(Outcome::succeeded).count();
    }

    private static <T> Outcome<T> outcome(Future<T> future) {
        try {
            return new Outcome<>(future.get(), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
