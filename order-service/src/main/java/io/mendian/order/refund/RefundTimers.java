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
    private final FinishExchanges finishExchanges;

    RefundTimers(AdvanceRefunds advanceRefunds, WatchRequests watchRequests, FinishExchanges finishExchanges) {
        this.advanceRefunds = advanceRefunds;
        this.finishExchanges = finishExchanges;
        this.watchRequests = watchRequests;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT4S")
    void advance() {
        advanceRefunds.advanceAll(100);
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT8S")
    void exchanges() {
        finishExchanges.finish(100);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void watch() {
        int ignored = watchRequests.mark();
    }
}
