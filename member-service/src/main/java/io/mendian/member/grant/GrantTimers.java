package io.mendian.member.grant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with grants that nobody waits for any more. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class GrantTimers {

    private static final int A_RUN = 50;

    private final AdvanceGrants advanceGrants;

    GrantTimers(AdvanceGrants advanceGrants) {
        this.advanceGrants = advanceGrants;
    }

    @Scheduled(fixedDelay = 3_000, initialDelay = 5_000)
    void advance() {
        while (advanceGrants.advanceDue(A_RUN) == A_RUN) {
            // the next fifty
        }
    }
}
