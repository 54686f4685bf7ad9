package io.mendian.simulation;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An executor whose threads are fibers of the caller's process. */
final class FiberThreads extends AbstractExecutorService {

    private boolean shutdown;

    @Override
    public void execute(Runnable command) {
        Fiber parent = Fiber.current();
        if (parent == null) {
            command.run();
            return;
        }
        Fiber child = parent.scheduler.start(parent.node, parent.name + " +", command);
        if (command instanceof Awaited<?> awaited) {
            awaited.fiber = child;
        }
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(java.util.concurrent.Callable<T> callable) {
        return new Awaited<>(callable);
    }

    /** Waits as a fiber does. */
    private static final class Awaited<T> extends FutureTask<T> {
        private @Nullable Fiber fiber;

        Awaited(java.util.concurrent.Callable<T> callable) {
            super(callable);
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            if (fiber != null && !isDone()) {
                fiber.scheduler.await(fiber);
            }
            if (!isDone()) {
                throw new Killed();
            }
            return super.get();
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
