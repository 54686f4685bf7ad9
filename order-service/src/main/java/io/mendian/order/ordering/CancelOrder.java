package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.exchange.ExchangeUses;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends an unpaid order; everything it holds is freed by the event. Against a payment exactly one wins. Cash that was taken
 * for a part of it is to be handed back, which the answer shows.
 */
@UseCase
public class CancelOrder {

    private final Orders orders;
    private final ExchangeUses exchanges;
    private final Outbox outbox;
    private final TakingsBook takings;
    private final HandingBook handings;
    private final PresaleBook presales;
    private final Clock clock;

    CancelOrder(
            Orders orders,
            ExchangeUses exchanges,
            Outbox outbox,
            TakingsBook takings,
            HandingBook handings,
            PresaleBook presales,
            Clock clock) {
        this.orders = orders;
        this.exchanges = exchanges;
        this.outbox = outbox;
        this.takings = takings;
        this.handings = handings;
        this.presales = presales;
        this.clock = clock;
    }

    /** Who ends the order. */
    public enum By {
        CUSTOMER,
        STAFF,
        EXPIRED
    }

    /** Ends the order when {@code own} says that the caller may see it; cancelling twice is cancelling once. */
    @Transactional
    public OrderView cancel(OrderId id, By by, Predicate<Order> own) {
        Order order = orders.lock(id).filter(own).orElseThrow(CommonProblem.NOT_FOUND::with);
        switch (order.status()) {
            case CANCELLED -> {
                return OrderView.of(order);
            }
            case PLACING -> throw OrderProblem.ORDER_BEING_PLACED.with();
            case PAID, PARTLY_REFUNDED, REFUNDED -> throw OrderProblem.ORDER_ALREADY_PAID.with();
            case PENDING_PAYMENT -> {
                if (order.isDeposited()) {
                    throw OrderProblem.PRESALE_SAY_WHO.with();
                }
                return OrderView.of(end(order, by, 0));
            }
        }
        throw new IllegalStateException();
    }

    /** Ends the order when its deadline has passed and it is still unpaid; tells whether it did. */
    @Transactional
    public boolean expire(OrderId id) {
        Order order = orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        Instant now = clock.instant();
        if (order.status() != OrderStatus.PENDING_PAYMENT
                || order.head().payUntil().isAfter(now)) {
            return false;
        }
        Order ignored = end(order, By.EXPIRED, order.keptWhenMissed());
        return true;
    }

    /** Ends a locked order that waits for money; {@code kept} of what covered it does not go back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order end(Order order, By by, long kept) {
        Order cancelled = order.cancelled(by.name(), null, clock.instant(), kept);
        orders.save(order, cancelled);
        if (by == By.STAFF && kept == 0) {
            takings.handedBack(cancelled);
        }
        handings.ended(cancelled);
        presales.ended(cancelled);
        if (!order.exchanges().isEmpty()) {
            exchanges.giveBack(order.id());
        }
        outbox.add(OrderEvents.cancelled(cancelled));
        return cancelled;
    }
}
