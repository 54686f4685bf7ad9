package io.mendian.member.pointsgift;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends gifts that nobody took. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class GiftTimers {

    private static final int A_RUN = 20;

    private final EndGift endGift;

    GiftTimers(EndGift endGift) {
        this.endGift = endGift;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 25_000)
    void expire() {
        while (endGift.expire(A_RUN) == A_RUN) {
            // the next twenty
        }
    }
}
