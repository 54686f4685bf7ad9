package io.mendian.order.payment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.CancelOrder;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the orders whose deadline has passed. A payment that is still open is closed at the provider first, and when it
 * turns out to be paid the order is paid, not expired. While the provider is away orders wait two minutes longer; money
 * that is told of after that is refunded.
 */
@UseCase
public class ExpireUnpaidOrders {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireUnpaidOrders.class);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final OrderQueries orders;
    private final WeChatPayments payments;
    private final EndWeChatPayment endWeChatPayment;
    private final CancelOrder cancelOrder;
    private final Clock clock;

    ExpireUnpaidOrders(
            OrderQueries orders,
            WeChatPayments payments,
            EndWeChatPayment endWeChatPayment,
            CancelOrder cancelOrder,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.endWeChatPayment = endWeChatPayment;
        this.cancelOrder = cancelOrder;
        this.clock = clock;
    }

    /** Ends at most {@code limit} orders; gives how many. */
    public int expire(int limit) {
        Instant now = clock.instant();
        int expired = 0;
        for (OrderId id : orders.unpaidAfter(now, limit)) {
            if (isClosed(id, now) && cancelOrder.expire(id)) {
                expired++;
            }
        }
        return expired;
    }

    private boolean isClosed(OrderId id, Instant now) {
        Optional<WeChatPayment> open = payments.openOf(id);
        if (open.isEmpty()) {
            return true;
        }
        boolean graceIsOver = open.get().expiresAt().plus(GRACE).isBefore(now);
        try {
            return endWeChatPayment.end(open.get()) || graceIsOver;
        } catch (RuntimeException e) {
            LOG.info("payment {} cannot be closed: {}", open.get().outTradeNo(), e.toString());
            return graceIsOver;
        }
    }
}
