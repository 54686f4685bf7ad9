package io.mendian.runtime.idempotency;

import org.springframework.scheduling.annotation.Scheduled;

/** Deletes the answers that are older than seven days, a little at a time. */
public class ForgetAnswers {

    private static final int PART = 1000;
    private final IdempotencyStore store;

    ForgetAnswers(IdempotencyStore store) {
        this.store = store;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
    public void run() {
        while (store.forgetOld(PART) == PART) {
            // the next thousand
        }
    }
}
