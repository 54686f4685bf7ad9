package io.mendian.member.transfer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Expires transfers. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class TransferTimers {

    private static final int MOST_A_RUN = 500;

    private final ExpireTransfers expireTransfers;

    TransferTimers(ExpireTransfers expireTransfers) {
        this.expireTransfers = expireTransfers;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void expire() {
        for (int i = 0; i < MOST_A_RUN && expireTransfers.expireOne(); i++) {
            // the next one
        }
    }
}
