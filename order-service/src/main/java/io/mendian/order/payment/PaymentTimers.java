package io.mendian.order.payment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When payments are asked for and orders expire. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class PaymentTimers {

    private final PollWeChatPayments pollWeChatPayments;
    private final ExpireUnpaidOrders expireUnpaidOrders;

    PaymentTimers(PollWeChatPayments pollWeChatPayments, ExpireUnpaidOrders expireUnpaidOrders) {
        this.pollWeChatPayments = pollWeChatPayments;
        this.expireUnpaidOrders = expireUnpaidOrders;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT3S")
    void poll() {
        pollWeChatPayments.poll(100);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void expire() {
        expireUnpaidOrders.expire(200);
    }
}
