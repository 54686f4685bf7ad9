package io.mendian.order.ordering;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When stuck orders are looked for. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class OrderTimers {

    private final FinishStuckOrders finishStuckOrders;

    OrderTimers(FinishStuckOrders finishStuckOrders) {
        this.finishStuckOrders = finishStuckOrders;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void finishStuckOrders() {
        finishStuckOrders.finish(100);
    }
}
