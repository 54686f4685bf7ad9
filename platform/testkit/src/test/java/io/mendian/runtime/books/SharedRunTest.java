package io.mendian.runtime.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedRunTest {

    /** Far longer than anything here takes: what never comes fails the test that waits for it. */
    private static final long NEVER_SECONDS = 60;

    private final AtomicInteger runs = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore gate = new Semaphore(0);
    private volatile int failing = -1;
    private final SharedRun<Integer> shared = new SharedRun<>(this::work);

    private int work() {
        int run = runs.incrementAndGet();
        begun.release();
        pass(gate);
        if (run == failing) {
            throw new IllegalStateException("the database is away");
        }
        return run;
    }

    private static void pass(Semaphore semaphore) {
        try {
            assertThat(semaphore.tryAcquire(NEVER_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoAsksDuringARunSharesTheNextOne() {
        CompletableFuture<Integer> first = ask();
        pass(begun);
        List<CompletableFuture<Integer>> later = impatient(20);
        gate.release();
        assertThat(first.join()).isEqualTo(1);
        pass(begun);
        List<CompletableFuture<Integer>> latest = impatient(5);
        gate.release(2);
        assertThat(later).allSatisfy(one -> assertThat(one.join()).isEqualTo(2));
        assertThat(latest).allSatisfy(one -> assertThat(one.join()).isEqualTo(3));
        assertThat(runs).hasValue(3);
    }

    @Test
    void aRunThatFailsIsTriedAgainByTheNextOfThoseWhoWait() {
        failing = 2;
        CompletableFuture<Integer> first = ask();
        pass(begun);
        List<CompletableFuture<Integer>> later = impatient(3);
        gate.release(3);
        assertThat(first.join()).isEqualTo(1);
        later.forEach(one -> one.handle((answer, failure) -> answer).join());
        assertThat(later.stream().filter(CompletableFuture::isCompletedExceptionally))
                .singleElement()
                .satisfies(one -> assertThatThrownBy(one::join)
                        .isInstanceOf(CompletionException.class)
                        .hasRootCauseMessage("the database is away"));
        assertThat(later.stream().filter(one -> !one.isCompletedExceptionally()))
                .allSatisfy(one -> assertThat(one.join()).isEqualTo(3));
        assertThat(runs).hasValue(3);
    }

    private CompletableFuture<Integer> ask() {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread ignored = Thread.ofPlatform().start(() -> complete(answer));
        return answer;
    }

    private void complete(CompletableFuture<Integer> answer) {
        try {
            answer.complete(shared.ask());
        } catch (RuntimeException | AssertionError e) {
            answer.completeExceptionally(e);
        }
    }

    /** They have asked when this returns, and wait. */
    private List<CompletableFuture<Integer>> impatient(int count) {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            Thread asker = Thread.ofPlatform().start(() -> complete(answer));
            while (asker.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            answers.add(answer);
        }
        return answers;
    }
}
