package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.OrderProperties;
import io.mendian.order.ordering.CoverByExchange;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of an exchange. Locks: new order, then the exchange, then the old order and its refund. */
@UseCase
class ExchangeSteps {

    private final Exchanges exchanges;
    private final Refunds refunds;
    private final RefundSteps steps;
    private final OrderReturns returns;
    private final CoverByExchange coverByExchange;
    private final OrderProperties settings;
    private final Clock clock;

    ExchangeSteps(
            Exchanges exchanges,
            Refunds refunds,
            RefundSteps steps,
            OrderReturns returns,
            CoverByExchange coverByExchange,
            OrderProperties settings,
            Clock clock) {
        this.exchanges = exchanges;
        this.refunds = refunds;
        this.steps = steps;
        this.returns = returns;
        this.coverByExchange = coverByExchange;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reserves the returned pieces and their money; both ids are given now, so that every step can be done again. */
    @Transactional
    public Exchange begin(long id, RefundWanted wanted) {
        Order order = returns.lock(wanted.order());
        Exchange known = exchanges.find(id).orElse(null);
        if (known != null) {
            return known;
        }
        requireGoods(order, wanted.wishes());
        Refund refund = steps.begin(Ids.next(), wanted, Map.of());
        Exchange exchange =
                new Exchange(id, order.id(), refund.id(), OrderId.of(Ids.next()), ExchangeStatus.RUNNING, 0);
        exchanges.insert(exchange, clock.instant());
        return exchange;
    }

    private static void requireGoods(Order order, List<ReturnWish> wishes) {
        RefundBasis basis = RefundBasis.of(order);
        for (ReturnWish wish : wishes) {
            RefundBasis.SoldLine line = basis.require(wish.lineId());
            if (line.isAsset()) {
                throw RefundProblem.EXCHANGE_NOT_POSSIBLE.with("name", line.name());
            }
        }
    }

    /** Lets the returned money pay for the new order; the moment that is paid in full, the return happens with it. */
    @Transactional
    public Exchange cover(long id) {
        Exchange exchange = exchanges.find(id).orElseThrow();
        Order order = coverByExchange.lock(exchange.newOrder());
        exchange = exchanges.lock(id).orElseThrow();
        if (exchange.status() != ExchangeStatus.RUNNING || order.status() != OrderStatus.PENDING_PAYMENT) {
            return exchange;
        }
        Refund refund = refunds.find(exchange.refund()).orElseThrow();
        long carried = Math.min(carryable(refund), order.remainingMinor());
        long back = refund.amounts().amountMinor() - carried;
        if (back > settings.refundApprovalAboveMinor()) {
            throw RefundProblem.EXCHANGE_APPROVAL.with("amountMinor", back);
        }
        Order ignored = coverByExchange.cover(order, carried, exchange.reference());
        return exchanges.find(id).orElseThrow();
    }

    /** The money of a return that can pay for something else; uses of cards and gift cards go back to where they were. */
    static long carryable(Refund refund) {
        return refund.parts().stream()
                .filter(ExchangeOutcome::isCarryable)
                .mapToLong(Refund.Part::amountMinor)
                .sum();
    }

    /** The new order never came to be: everything stays as it was. */
    @Transactional
    public Exchange abandon(long id) {
        Exchange exchange = exchanges.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        if (exchange.status() == ExchangeStatus.RUNNING) {
            cancel(exchange);
        }
        return exchanges.find(id).orElseThrow();
    }

    void cancel(Exchange exchange) {
        Order old = returns.lock(exchange.order());
        Refund refund = refunds.lock(exchange.refund()).orElseThrow();
        steps.end(old, refund, RefundStatus.REJECTED, null, "EXCHANGE_CANCELLED");
        exchanges.end(exchange, ExchangeStatus.CANCELLED, 0, clock.instant());
    }
}
