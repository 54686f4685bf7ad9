package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.OrderProperties;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places an order: price, row, holds elsewhere, then it waits for its money (or is paid at once). May be stopped at any
 * point and called again with the same id; it goes on from the row's status. Calls other services between its
 * transactions.
 */
@UseCase
public class PlaceOrder {

    private final Orders orders;
    private final Quotes quotes;
    private final Holds holds;
    private final PlacingSteps steps;
    private final OrderProperties settings;
    private final Clock clock;
    private final JsonMapper json;

    PlaceOrder(
            Orders orders,
            Quotes quotes,
            Holds holds,
            PlacingSteps steps,
            OrderProperties settings,
            Clock clock,
            JsonMapper json) {
        this.orders = orders;
        this.quotes = quotes;
        this.holds = holds;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What is to be placed.
     *
     * @param buyer asked for once, when the order is new: a member code works only once
     * @param storedValueMinor what stored value shall pay; 0 none, -1 as much as there is
     * @param expectedPayableMinor the price the buyer saw; another one is refused
     * @param cash cash on the counter for the rest, or null when it is paid later
     */
    public record Command(
            Basket basket,
            Supplier<Buyer> buyer,
            long storedValueMinor,
            @Nullable Long expectedPayableMinor,
            @Nullable CashTaken cash) {}

    public OrderView place(OrderId id, Command command) {
        CrashPoints.at("order.place", "asked");
        Order order = orders.find(id).orElseGet(() -> begin(id, command));
        return OrderView.of(carryOn(order, command.cash()));
    }

    /** Goes on with an order whose placing stopped half-way; what cannot be held ends it. */
    Order resume(OrderId id) {
        Order order = orders.find(id).orElseThrow();
        try {
            return carryOn(order, null);
        } catch (ProblemException e) {
            return end(order, Failure.of(OrderProblem.DEPENDENCY_FAILED.with()));
        }
    }

    private Order begin(OrderId id, Command command) {
        Priced priced = quotes.price(command.basket(), command.buyer().get());
        checkPresence(priced, command);
        Long expected = command.expectedPayableMinor();
        if (expected != null && expected != priced.payableMinor()) {
            throw OrderProblem.PRICE_CHANGED.with("expectedMinor", expected, "payableMinor", priced.payableMinor());
        }
        long storedValue = priced.storedValue(command.storedValueMinor());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the row will say it
        String no = OrderNumbers.of(id, priced.store(), now);
        Order order = Order.placing(id, no, priced, storedValue, now, now.plus(settings.paymentDeadline()));
        if (command.cash() != null) {
            checkCash(command.cash(), priced.payableMinor() - storedValue);
        }
        CrashPoints.at("order.place", "priced");
        try {
            steps.begin(order);
        } catch (DuplicateKeyException e) {
            // another try of the same request was faster
            return orders.find(id).orElseThrow(() -> e);
        }
        CrashPoints.at("order.place", "begun");
        return order;
    }

    private Order carryOn(Order order, @Nullable CashTaken cash) {
        return switch (order.status()) {
            case PLACING -> hold(order, cash);
            case CANCELLED -> throw refusal(order);
            case PENDING_PAYMENT -> cash == null ? order : steps.takeCash(order.id(), cash);
            case PAID, PARTLY_REFUNDED, REFUNDED -> order;
        };
    }

    private Order hold(Order order, @Nullable CashTaken cash) {
        try {
            holds.take(order);
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw e; // nobody refused: the same request may go on, or the timer ends it
            }
            Order ended = end(order, Failure.of(e));
            return carryOn(ended, cash);
        }
        CrashPoints.at("order.place", "held");
        Order completed = steps.complete(order, cash);
        CrashPoints.at("order.place", "completed");
        if (completed.status() == OrderStatus.CANCELLED) {
            holds.release(order); // the timer ended it while we were holding
            throw refusal(completed);
        }
        return completed;
    }

    private Order end(Order order, Failure failure) {
        Order ended = steps.fail(order.id(), failure);
        CrashPoints.at("order.place", "failed");
        if (ended.status() == OrderStatus.CANCELLED) {
            holds.release(order);
        }
        return ended;
    }

    private ProblemException refusal(Order order) {
        String failure = order.state().failure();
        return failure == null
                ? OrderProblem.ORDER_CANCELLED.with(
                        "reason", Objects.requireNonNullElse(order.state().reason(), ""))
                : json.readValue(failure, Failure.class).exception();
    }

    /** Nobody's assets are spent by a clerk alone: the member must be there. */
    private static void checkPresence(Priced priced, Command command) {
        boolean spends = priced.pointsUsed() > 0 || !priced.couponIds().isEmpty() || command.storedValueMinor() != 0;
        if (spends && !priced.buyer().present()) {
            throw OrderProblem.MEMBER_CODE_NEEDED.with();
        }
    }

    private static void checkCash(CashTaken cash, long due) {
        if (cash.receivedMinor() < due) {
            throw OrderProblem.CASH_TOO_LITTLE.with("receivedMinor", cash.receivedMinor(), "amountMinor", due);
        }
    }
}
