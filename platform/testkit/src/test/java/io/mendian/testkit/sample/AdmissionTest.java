package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.runtime.coalesce.Admission;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A crowd goes in a few at a time; who waits too long is told to come again; what fails gives its place back. */
class AdmissionTest {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void noMoreThanThePlacesThereAreWorkAtOnceAndAllAreServed() {
        Admission door = new Admission(3, Duration.ofMinutes(1));
        AtomicInteger served = new AtomicInteger();
        var outcomes = Race.run(
                64,
                n -> () -> door.admit(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    return served.incrementAndGet();
                }));
        assertThat(Race.successes(outcomes)).isEqualTo(64);
        assertThat(most.get()).isBetween(1, 3);
        assertThat(served).hasValue(64);
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgainAndDidNothing() throws InterruptedException {
        Admission door = new Admission(1, Duration.ofMillis(20));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> door.admit(() -> {
                    entered.countDown();
                    return await(leave);
                }));
        entered.await();
        assertThatThrownBy(() -> door.admit(inside::incrementAndGet))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().name()).isEqualTo("BUSY"));
        assertThat(inside).hasValue(0);
        leave.countDown();
        first.join();
        assertThat(door.admit(inside::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void whatFailsGivesItsPlaceBack() {
        Admission door = new Admission(1, Duration.ofMillis(20));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> door.admit(() -> {
                        throw new IllegalStateException("it broke");
                    }))
                    .hasMessage("it broke");
        }
        assertThat(door.admit(inside::incrementAndGet)).isEqualTo(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
