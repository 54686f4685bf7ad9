package io.mendian.order.ordering;

import io.mendian.contracts.DomainEvent;
import io.mendian.order.store.Stores;
import io.mendian.runtime.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Saves a covered order; the moment it is covered in full it is paid, and everybody is told once. Runs in a transaction. */
@Component
class Settlement {

    private final Orders orders;
    private final Stores stores;
    private final Outbox outbox;
    private final TakingsBook takings;
    private final HandingBook handings;
    private final PresaleBook presales;
    private final Clock clock;

    Settlement(
            Orders orders,
            Stores stores,
            Outbox outbox,
            TakingsBook takings,
            HandingBook handings,
            PresaleBook presales,
            Clock clock) {
        this.orders = orders;
        this.stores = stores;
        this.outbox = outbox;
        this.takings = takings;
        this.handings = handings;
        this.presales = presales;
        this.clock = clock;
    }

    /** Saves what {@code before} became by its tenders, with the events that led here. */
    Order save(Order before, Order covered, List<DomainEvent> told) {
        if (covered.remainingMinor() > 0) {
            orders.save(before, covered);
            takings.covered(before, covered);
            presales.covered(before, covered);
            outbox.addAll(told);
            return covered;
        }
        Instant now = clock.instant();
        Order paid = covered.paid(
                now, stores.requireWithDayOpen(covered.head().store()).businessDateOf(now));
        orders.save(before, paid);
        takings.covered(before, paid);
        presales.covered(before, paid);
        List<DomainEvent> events = new java.util.ArrayList<>(told);
        events.add(OrderEvents.paid(paid));
        outbox.addAll(events);
        handings.paid(paid);
        return paid;
    }
}
