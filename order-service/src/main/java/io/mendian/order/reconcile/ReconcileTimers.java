package io.mendian.order.reconcile;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When bills are looked for. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class ReconcileTimers {

    private final ReconcileDueDays reconcileDueDays;

    ReconcileTimers(ReconcileDueDays reconcileDueDays) {
        this.reconcileDueDays = reconcileDueDays;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void reconcile() {
        reconcileDueDays.reconcile();
    }
}
