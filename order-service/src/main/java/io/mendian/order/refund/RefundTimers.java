package io.mendian.order.refund;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When refunds go on. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class RefundTimers {

    private final AdvanceRefunds advanceRefunds;

    RefundTimers(AdvanceRefunds advanceRefunds) {
        this.advanceRefunds = advanceRefunds;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT4S")
    void advance() {
        advanceRefunds.advanceAll(100);
    }
}
