package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The transactions of placing an order; each may be repeated, the one that comes second finds the first one's work. */
@UseCase
class PlacingSteps {

    private final Orders orders;
    private final Settlement settlement;
    private final Outbox outbox;
    private final Clock clock;
    private final JsonMapper json;

    PlacingSteps(Orders orders, Settlement settlement, Outbox outbox, Clock clock, JsonMapper json) {
        this.orders = orders;
        this.settlement = settlement;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    public void begin(Order order) {
        orders.insert(order);
    }

    /** Everything is held: the order waits for its money, of which stored value and cash are there already. */
    @Transactional
    public Order complete(Order order, @Nullable CashTaken cash) {
        // what the caller knows of an order in placing never changes, so only its status is asked for
        if (orders.lockStatus(order.id()) != OrderStatus.PLACING) {
            return require(order.id());
        }
        Order pending = order.pending();
        Order covered = pending;
        if (order.amounts().storedValueMinor() > 0) {
            covered = covered.coveredBy(PaidBy.storedValue(
                    order.amounts().storedValueMinor(), order.id().text(), clock.instant()));
        }
        if (cash != null && covered.remainingMinor() > 0) {
            covered = covered.coveredBy(cash.tender(covered, clock.instant()));
        }
        return settlement.save(order, covered, List.of(OrderEvents.placed(pending)));
    }

    /** An earlier try of the sale got as far as waiting for its money. */
    @Transactional
    public Order takeCash(OrderId id, CashTaken cash) {
        Order order = require(id);
        return order.status() == OrderStatus.PENDING_PAYMENT
                ? settlement.save(order, order.coveredBy(cash.tender(order, clock.instant())), List.of())
                : order;
    }

    /** A hold was refused: the order ends, and whatever it held is to be released. */
    @Transactional
    public Order fail(OrderId id, Failure failure) {
        Order order = require(id);
        if (order.status() != OrderStatus.PLACING) {
            return order;
        }
        Order cancelled = order.cancelled("FAILED", json.writeValueAsString(failure), clock.instant());
        orders.save(order, cancelled);
        outbox.add(OrderEvents.cancelled(cancelled));
        return cancelled;
    }

    private Order require(OrderId id) {
        return orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
