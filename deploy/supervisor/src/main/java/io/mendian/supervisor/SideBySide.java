package io.mendian.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs jobs next to each other, a few at a time, lets every one finish, and reports all failures together. */
final class SideBySide {

    private SideBySide() {}

    static void run(int atOnce, List<Callable<@Nullable Void>> jobs) {
        List<String> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, atOnce))) {
            for (Future<@Nullable Void> job : threads.invokeAll(jobs)) {
                try {
                    Void ignored = job.get();
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause() == null ? e : e.getCause();
                    failures.add(cause.getMessage() == null ? cause.toString() : cause.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(String.join("\n\n", failures));
        }
    }
}
