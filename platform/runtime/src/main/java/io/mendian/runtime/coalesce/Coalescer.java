package io.mendian.runtime.coalesce;

import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many callers who want the same rows wait for each other's commits; here whoever waits is served together. Wishes with the
 * same key go through the same queue in the order of their arrival. What fails together is tried again one by one, so a
 * wish never suffers from its neighbour. When nobody else waits, a wish is served alone and at once.
 *
 * @param <W> a wish
 */
public final class Coalescer<W> implements AutoCloseable {

    /** Larger batches only make the first in them wait longer. */
    private static final int MOST_TOGETHER = 64;

    private static final int QUEUE = 1_000;

    private final List<BlockingQueue<Waiting<W>>> queues = new ArrayList<>();
    private final List<Thread> servers = new ArrayList<>();
    private final Function<List<W>, List<Optional<ProblemException>>> together;
    private final Consumer<W> alone;
    private final DistributionSummary sizes;

    private record Waiting<W>(W wish, CompletableFuture<@Nullable Void> answer) {}

    /**
     * @param name for the metric {@code mendian.coalesced{name}}: how many wishes were served at once
     * @param queues how many queues, and so transactions at the same time
     * @param together serves all wishes in one transaction; answers for each, in their order, why it was refused, or
     *     nothing. Whatever it throws undoes all of them
     * @param alone serves one wish in a transaction of its own, or throws
     */
    public Coalescer(
            String name, int queues, Function<List<W>, List<Optional<ProblemException>>> together, Consumer<W> alone) {
        this.together = together;
        this.alone = alone;
        this.sizes = DistributionSummary.builder("mendian.coalesced")
                .tag("name", name)
                .register(Metrics.globalRegistry);
        for (int i = 0; i < queues; i++) {
            BlockingQueue<Waiting<W>> queue = new ArrayBlockingQueue<>(QUEUE);
            this.queues.add(queue);
            servers.add(Thread.ofVirtual().name(name + "-" + i).start(() -> serve(queue)));
        }
    }

    /** Waits until the wish is granted, or throws why it is not. A queue that is full refuses at once with BUSY. */
    public void ask(long key, W wish) {
        Waiting<W> waiting = new Waiting<>(wish, new CompletableFuture<>());
        if (!queues.get(Math.floorMod(Long.hashCode(key), queues.size())).offer(waiting)) {
            throw CommonProblem.BUSY.with();
        }
        try {
            Void ignored = waiting.answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.BUSY.with();
        }
    }

    private void serve(BlockingQueue<Waiting<W>> queue) {
        List<Waiting<W>> batch = new ArrayList<>();
        int before = 0;
        while (true) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            if (before > 1) {
                // those who were just answered come with their next wish as soon as they are let
                Thread.yield();
            }
            int ignored = queue.drainTo(batch, MOST_TOGETHER - 1);
            before = batch.size();
            sizes.record(before);
            if (batch.size() == 1 || !servedTogether(batch)) {
                batch.forEach(this::serveAlone);
            }
            batch.clear();
        }
    }

    private boolean servedTogether(List<Waiting<W>> batch) {
        List<Optional<ProblemException>> answers;
        try {
            answers = together.apply(batch.stream().map(Waiting::wish).toList());
        } catch (RuntimeException nothingHappened) {
            return false;
        }
        for (int i = 0; i < batch.size(); i++) {
            CompletableFuture<@Nullable Void> answer = batch.get(i).answer;
            answers.get(i).ifPresentOrElse(answer::completeExceptionally, () -> answer.complete(null));
        }
        return true;
    }

    private void serveAlone(Waiting<W> waiting) {
        try {
            alone.accept(waiting.wish);
            waiting.answer.complete(null);
        } catch (Throwable e) {
            waiting.answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        servers.forEach(Thread::interrupt);
    }
}
