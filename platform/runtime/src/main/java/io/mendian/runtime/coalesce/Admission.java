package io.mendian.runtime.coalesce;

import io.mendian.runtime.problem.CommonProblem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a number of callers do their work at once; all others wait in the order of their arrival, and are told to come again
 * (BUSY, with Retry-After) after a while. A crowd then costs each of them time, and not the machine its throughput: without
 * it, everybody's steps wait for everybody else's until all of them time out.
 */
public final class Admission {

    private final Semaphore places;
    private final Duration patience;

    /** {@code patience}: how long anybody waits for his place. */
    public Admission(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** How many wait for their place now, as far as it can be said. */
    public int waiting() {
        return places.getQueueLength();
    }

    public <T> T admit(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw CommonProblem.BUSY.with();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.BUSY.with();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
