package io.mendian.order.fulfilment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When deliveries end by time. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class FulfilmentTimers {

    private final FinishDeliveries finishDeliveries;

    FulfilmentTimers(FinishDeliveries finishDeliveries) {
        this.finishDeliveries = finishDeliveries;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void receive() {
        int ignored = finishDeliveries.receive(500);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    void purge() {
        int ignored = finishDeliveries.purge(500);
    }
}
