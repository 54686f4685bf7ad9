package io.mendian.order.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Runs calls to other services at the same time, under the caller's trace. */
final class Together {

    private static volatile Supplier<ExecutorService> threads = Executors::newVirtualThreadPerTaskExecutor;

    private Together() {}

    /** For a simulation, which decides itself in what order threads run. */
    static void runBy(Supplier<ExecutorService> others) {
        threads = others;
    }

    /** What became of one call: an answer, or what was thrown. */
    record Outcome<T>(@Nullable T value, @Nullable RuntimeException thrown) {

        T require() {
            if (thrown != null) {
                throw thrown;
            }
            if (value == null) {
                throw new IllegalStateException("no answer");
            }
            return value;
        }
    }

    /** Runs everything; gives the outcomes in the order of the tasks. */
    static <T> List<Outcome<T>> run(List<Callable<T>> tasks) {
        List<Outcome<T>> outcomes = new ArrayList<>();
        if (tasks.size() == 1) {
            try {
                outcomes.add(new Outcome<>(tasks.getFirst().call(), null));
            } catch (Exception e) {
                outcomes.add(new Outcome<>(null, unchecked(e)));
            }
            return outcomes;
        }
        Map<String, @Nullable String> context = MDC.getCopyOfContextMap();
        try (ExecutorService running = threads.get()) {
            List<Future<T>> futures = tasks.stream()
                    .map(task -> running.submit(() -> {
                        if (context != null) {
                            MDC.setContextMap(context);
                        }
                        return task.call();
                    }))
                    .toList();
            for (Future<T> future : futures) {
                outcomes.add(outcome(future));
            }
        }
        return outcomes;
    }

    private static <T> Outcome<T> outcome(Future<T> future) {
        try {
            return new Outcome<>(future.get(), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, unchecked(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome<>(null, new IllegalStateException("interrupted while waiting for another service", e));
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
