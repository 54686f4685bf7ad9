package io.mendian.order.refund;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.OrderSettled;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.PaidBy;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.runtime.persistence.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The other half of an exchange, in the transaction of the new order: when that is paid the return happens, when it ends
 * unpaid the return is off. So there is no instant at which only one of both is true.
 */
@Component
class ExchangeOutcome {

    private static final Set<TenderKind> CARRYABLE =
            EnumSet.of(TenderKind.CASH, TenderKind.WECHAT_PAY, TenderKind.BOOKED, TenderKind.STORED_VALUE);

    private final Exchanges exchanges;
    private final ExchangeSteps exchangeSteps;
    private final Refunds refunds;
    private final PartMoves moves;
    private final Carries carries;
    private final RefundStart start;
    private final RefundSteps steps;
    private final HandOver handOver;
    private final OrderReturns returns;
    private final Clock clock;

    ExchangeOutcome(
            Exchanges exchanges,
            ExchangeSteps exchangeSteps,
            Refunds refunds,
            PartMoves moves,
            Carries carries,
            RefundStart start,
            RefundSteps steps,
            HandOver handOver,
            OrderReturns returns,
            Clock clock) {
        this.exchanges = exchanges;
        this.exchangeSteps = exchangeSteps;
        this.refunds = refunds;
        this.moves = moves;
        this.carries = carries;
        this.start = start;
        this.steps = steps;
        this.handOver = handOver;
        this.returns = returns;
        this.clock = clock;
    }

    static boolean isCarryable(Refund.Part part) {
        return CARRYABLE.contains(part.kind()) && part.how().way() == null;
    }

    /** An exchange's new order is known by its tender, or by a price of zero; other orders cost no look at the table. */
    @EventListener
    void settled(OrderSettled settled) {
        Order order = settled.order();
        boolean maybe = order.status() == OrderStatus.CANCELLED
                || order.amounts().payableMinor() == 0
                || order.tenders().stream().anyMatch(tender -> tender.kind() == TenderKind.EXCHANGE);
        if (maybe) {
            exchanges.lockByNewOrder(order.id()).ifPresent(exchange -> outcome(exchange, order));
        }
    }

    private void outcome(Exchange exchange, Order newOrder) {
        if (newOrder.status() == OrderStatus.PAID) {
            if (exchange.status() != ExchangeStatus.RUNNING) {
                throw RefundProblem.EXCHANGE_OVER.with("status", exchange.status());
            }
            happen(exchange, newOrder);
        } else if (exchange.status() == ExchangeStatus.RUNNING) {
            exchangeSteps.cancel(exchange);
        }
    }

    private void happen(Exchange exchange, Order newOrder) {
        long carried = newOrder.tenders().stream()
                .filter(tender -> tender.kind() == TenderKind.EXCHANGE)
                .mapToLong(PaidBy::amountMinor)
                .sum();
        Order old = returns.lock(exchange.order());
        Refund refund = refunds.lock(exchange.refund()).orElseThrow();
        if (carried > 0) {
            carry(exchange, refund, carried);
        }
        exchanges.end(exchange, ExchangeStatus.DONE, carried, clock.instant());
        refunds.change(refund, RefundStatus.REFUNDING, null, null, clock.instant());
        start.withFees(old, refunds.find(refund.id()).orElseThrow());
        Refund started = refunds.find(refund.id()).orElseThrow();
        started.parts().stream()
                .filter(part -> !part.byProvider() && part.status() == Refund.PartStatus.PENDING)
                .forEach(part -> handOver.hand(started, part));
        Refund ignored = steps.finish(
                returns.lock(exchange.order()), refunds.find(refund.id()).orElseThrow());
    }

    /** Takes the carried money from the parts of the return by their shares, and keeps where it came from. */
    private void carry(Exchange exchange, Refund refund, long carried) {
        List<Refund.Part> from =
                refund.parts().stream().filter(ExchangeOutcome::isCarryable).toList();
        List<PaidTender> tenders = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            Refund.Part part = from.get(i);
            tenders.add(new PaidTender(i, part.kind(), part.reference(), part.amountMinor(), 0));
        }
        for (RefundPlan.Part share : RefundPlanner.spread(tenders, carried)) {
            Refund.Part part = from.get(share.tenderNo());
            split(exchange, refund, part, share.amountMinor());
            carries.insert(new Carries.Carry(
                    Ids.next(),
                    exchange.id(),
                    exchange.newOrder(),
                    part.kind(),
                    part.reference(),
                    share.amountMinor(),
                    part.totalMinor(),
                    0));
        }
    }

    private void split(Exchange exchange, Refund refund, Refund.Part part, long amount) {
        start.leave(part, amount);
        Refund.Way how = new Refund.Way(RefundWay.EXCHANGE, exchange.reference(), null, null);
        if (amount == part.amountMinor()) {
            moves.way(part, how, null);
            return;
        }
        refunds.lower(part, amount);
        refunds.insertParts(refund.id(), List.of(part.of(amount, Ids.next(), how)));
    }
}
