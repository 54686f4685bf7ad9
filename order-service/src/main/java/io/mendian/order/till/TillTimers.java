package io.mendian.order.till;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When days close and parked sales are forgotten. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class TillTimers {

    private final CloseDueDays closeDueDays;
    private final ParkedSales parkedSales;

    TillTimers(CloseDueDays closeDueDays, ParkedSales parkedSales) {
        this.closeDueDays = closeDueDays;
        this.parkedSales = parkedSales;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT20S")
    void closeDueDays() {
        closeDueDays.close(10_000);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forgetParkedSales() {
        int ignored = parkedSales.forgetExpired(1_000);
    }
}
