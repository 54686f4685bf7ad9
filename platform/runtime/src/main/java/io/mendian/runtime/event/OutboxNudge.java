package io.mendian.runtime.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay right after a commit, so that the lag is not the poll interval. */
final class OutboxNudge {

    private final Semaphore nudges = new Semaphore(0);

    void wake() {
        nudges.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (nudges.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }
}
