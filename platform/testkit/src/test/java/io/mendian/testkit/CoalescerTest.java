package io.mendian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.coalesce.Coalescer;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CoalescerTest {

    private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> singles = new ConcurrentLinkedQueue<>();
    private final CountDownLatch everybodyWaits = new CountDownLatch(1);

    private List<Optional<ProblemException>> together(List<Integer> wishes) {
        batches.add(List.copyOf(wishes));
        if (wishes.contains(13)) {
            throw new IllegalStateException("13 spoils the batch");
        }
        return wishes.stream()
                .map(wish -> wish % 5 == 0
                        ? Optional.of(CommonProblem.NOT_FOUND.with())
                        : Optional.<ProblemException>empty())
                .toList();
    }

    private void alone(int wish) {
        if (wish == -1) {
            await();
        }
        singles.add(wish);
        if (wish == 13) {
            throw new IllegalStateException("13");
        }
    }

    private void await() {
        try {
            everybodyWaits.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first wish is served alone and waits until the others have queued up behind it. */
    private List<Race.Outcome<String>> crowd(Coalescer<Integer> coalescer, int wishes) {
        return Race.run(wishes + 1, i -> () -> {
            if (i == 0) {
                coalescer.ask(7, -1);
                return "granted";
            }
            try {
                if (i == wishes) {
                    everybodyWaits.countDown();
                }
                coalescer.ask(7, i);
                return "granted";
            } catch (ProblemException refused) {
                return refused.problem().name();
            }
        });
    }

    @Test
    void whoeverWaitsIsServedTogetherAndEachGetsHisOwnAnswer() {
        try (Coalescer<Integer> coalescer = new Coalescer<>("test", 1, this::together, this::alone)) {
            List<Race.Outcome<String>> answers = crowd(coalescer, 12);

            for (int i = 1; i <= 12; i++) {
                boolean servedAlone = singles.contains(i);
                assertThat(answers.get(i).value()).isEqualTo(i % 5 == 0 && !servedAlone ? "NOT_FOUND" : "granted");
            }
        }
        assertThat(singles.size() + batches.stream().mapToInt(List::size).sum()).isEqualTo(13);
    }

    @Test
    void oneThatSpoilsTheBatchFailsAlone() {
        try (Coalescer<Integer> coalescer = new Coalescer<>("test", 1, this::together, this::alone)) {
            List<Race.Outcome<String>> answers = crowd(coalescer, 14);

            assertThat(answers.get(13).succeeded()).isFalse();
            assertThat(answers.stream().filter(Race.Outcome::succeeded)).hasSize(14);
        }
    }
}
