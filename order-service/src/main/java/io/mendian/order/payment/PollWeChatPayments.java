package io.mendian.order.payment;

import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.payment.client.Trade;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider for payments that wait, since a notification may never come, and closes those whose order needs no
 * money any more.
 */
@UseCase
public class PollWeChatPayments {

    private static final Logger LOG = LoggerFactory.getLogger(PollWeChatPayments.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final WeChatPayments payments;
    private final OrderQueries orders;
    private final WeChatPay weChatPay;
    private final ConfirmWeChatPayment confirmWeChatPayment;
    private final EndWeChatPayment endWeChatPayment;
    private final Clock clock;

    PollWeChatPayments(
            WeChatPayments payments,
            OrderQueries orders,
            WeChatPay weChatPay,
            ConfirmWeChatPayment confirmWeChatPayment,
            EndWeChatPayment endWeChatPayment,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.weChatPay = weChatPay;
        this.confirmWeChatPayment = confirmWeChatPayment;
        this.endWeChatPayment = endWeChatPayment;
        this.clock = clock;
    }

    /** Asks for at most {@code limit} payments; gives how many came to an end. */
    public int poll(int limit) {
        int ended = 0;
        for (WeChatPayment payment : payments.due(clock.instant(), limit)) {
            try {
                if (ended(payment)) {
                    ended++;
                    continue;
                }
            } catch (RuntimeException e) {
                LOG.info("payment {} is asked for again: {}", payment.outTradeNo(), e.toString());
            }
            payments.pollAgain(payment.id(), clock.instant().plus(pause(payment.polls())));
        }
        return ended;
    }

    private boolean ended(WeChatPayment payment) {
        Instant now = clock.instant();
        boolean wanted = payment.status() != PaymentStatus.REVERSING
                && orders.require(payment.order()).status() == OrderStatus.PENDING_PAYMENT
                && payment.expiresAt().isAfter(now);
        if (!wanted) {
            boolean closed = endWeChatPayment.end(payment);
            return closed
                    || !payments.find(payment.id())
                            .map(p -> p.status().isOpen())
                            .orElse(false);
        }
        Optional<Trade> trade = weChatPay.query(payment.outTradeNo());
        if (trade.isEmpty()) {
            return false; // its request is still on the way, or was lost and will be repeated or ended
        }
        if (trade.get().isPaid() && weChatPay.isOurs(trade.get())) {
            return confirmWeChatPayment.confirm(trade.get()) != ConfirmWeChatPayment.Outcome.NOT_OURS;
        }
        if (trade.get().isOver()) {
            boolean ignored = payments.closed(payment.id(), trade.get().state());
            return true;
        }
        return false;
    }

    private static Duration pause(int polls) {
        Duration pause = SHORTEST.multipliedBy(1L + polls);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
