package io.mendian.order.refund;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When refunds go on. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class RefundTimers {

    private final AdvanceRefunds advanceRefunds;
    private final WatchRequests watchRequests;

    RefundTimers(AdvanceRefunds advanceRefunds, WatchRequests watchRequests) {
        this.advanceRefunds = advanceRefunds;
        this.watchRequests = watchRequests;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT4S")
    void advance() {
        advanceRefunds.advanceAll(100);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void watch() {
        int ignored = watchRequests.mark();
    }
}
