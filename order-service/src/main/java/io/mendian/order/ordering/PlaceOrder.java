package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.OrderProperties;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> PROMOTION_GONE = Set.of("PROMOTION_BUDGET_SPENT", "PROMOTION_MEMBER_LIMIT");

    private final Orders orders;
    private final Quotes quotes;
    private final PrintedCodes printedCodes;
    private final Holds holds;
    private final PlacingSteps steps;
    private final OrderProperties settings;
    private final Clock clock;
    private final JsonMapper json;

    PlaceOrder(
            Orders orders,
            Quotes quotes,
            PrintedCodes printedCodes,
            Holds holds,
            PlacingSteps steps,
            OrderProperties settings,
            Clock clock,
            JsonMapper json) {
        this.orders = orders;
        this.quotes = quotes;
        this.printedCodes = printedCodes;
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
     * @param tenders how it shall be paid, as far as that is known
     * @param expectedPayableMinor the price the buyer saw; another one is refused
     * @param printedCode a code on paper whose goods are handed over; the basket is then empty
     * @param handing how the goods come to him
     */
    public record Command(
            Basket basket,
            Supplier<Buyer> buyer,
            TenderWish tenders,
            @Nullable Long expectedPayableMinor,
            @Nullable String printedCode,
            HandingWish handing,
            @Nullable Supplier<PresaleBasket> presale) {

        /** What is sold in two steps, by an offer that is asked for once, when the order is new. */
        public static Command presale(Supplier<PresaleBasket> basket, Supplier<Buyer> buyer, HandingWish handing) {
            return new Command(
                    new Basket(StoreId.of(0), List.of(), null, 0),
                    buyer,
                    TenderWish.of(0, null),
                    null,
                    null,
                    handing,
                    basket);
        }

        /** A basket that is taken along. */
        public Command(Basket basket, Supplier<Buyer> buyer, TenderWish tenders, @Nullable Long expectedPayableMinor) {
            this(basket, buyer, tenders, expectedPayableMinor, HandingWish.COUNTER);
        }

        /** A basket to be bought, and how it comes to the buyer. */
        public Command(
                Basket basket,
                Supplier<Buyer> buyer,
                TenderWish tenders,
                @Nullable Long expectedPayableMinor,
                HandingWish handing) {
            this(basket, buyer, tenders, expectedPayableMinor, null, handing, null);
        }

        /** Goods for a printed code, with nothing to pay. */
        public static Command forCode(StoreId store, String code, StaffId clerk) {
            return new Command(
                    new Basket(store, List.of(), List.of(), 0),
                    () -> Buyer.atTill(null, true, clerk),
                    new TenderWish(0, List.of(), List.of(), null, TenderWish.Rest.NONE),
                    null,
                    code,
                    HandingWish.COUNTER,
                    null);
        }

        /** Stored value, and cash for the rest where there is some. */
        public Command(
                Basket basket,
                Supplier<Buyer> buyer,
                long storedValueMinor,
                @Nullable Long expectedPayableMinor,
                @Nullable CashTaken cash) {
            this(basket, buyer, TenderWish.of(storedValueMinor, cash), expectedPayableMinor);
        }
    }

    public OrderView place(OrderId id, Command command) {
        CrashPoints.at("order.place", "asked");
        Order order = orders.find(id).orElseGet(() -> begin(id, command));
        return OrderView.of(carryOn(order, command));
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

    private Priced priced(Command command) {
        Buyer buyer = command.buyer().get();
        Supplier<PresaleBasket> presale = command.presale();
        String code = command.printedCode();
        if (presale != null) {
            return quotes.presale(presale.get(), buyer);
        }
        return code == null
                ? quotes.price(command.basket(), buyer, null)
                : printedCodes.price(command.basket().store(), code, buyer);
    }

    private Order begin(OrderId id, Command command) {
        Priced priced = priced(command);
        Long expected = command.expectedPayableMinor();
        if (expected != null && expected != priced.payableMinor()) {
            throw OrderProblem.PRICE_CHANGED.with("expectedMinor", expected, "payableMinor", priced.payableMinor());
        }
        command.handing().check(priced);
        TenderPlan plan = TenderPlan.of(priced, command.tenders());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the row will say it
        String no = OrderNumbers.of(id, priced.store(), now);
        Order order = Order.placing(
                id, no, priced, plan, command.handing().handing(), now, now.plus(settings.paymentDeadline()));
        CrashPoints.at("order.place", "priced");
        try {
            steps.begin(order, priced.rules().stored(), command.handing());
        } catch (DuplicateKeyException e) {
            // another try of the same request was faster
            return orders.find(id).orElseThrow(() -> e);
        }
        CrashPoints.at("order.place", "begun");
        return order;
    }

    private Order carryOn(Order order, @Nullable Command command) {
        Counter counter = command == null ? null : Counter.of(order, command.tenders());
        return switch (order.status()) {
            case PLACING -> hold(order, command, counter);
            case CANCELLED -> throw refusal(order);
            case PENDING_PAYMENT -> counter == null ? order : steps.takeAtCounter(order.id(), counter);
            case PAID, PARTLY_REFUNDED, REFUNDED -> order;
        };
    }

    private Order hold(Order order, @Nullable Command command, @Nullable Counter counter) {
        Optional<MemberClient.HoldAnswer> held;
        try {
            held = holds.take(order);
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw e; // nobody refused: the same request may go on, or the timer ends it
            }
            Order ended = end(order, Failure.of(explained(order, command, e)));
            return carryOn(ended, command);
        }
        CrashPoints.at("order.place", "held");
        Order completed = steps.complete(order, held, counter);
        CrashPoints.at("order.place", "completed");
        if (completed.status() == OrderStatus.CANCELLED) {
            holds.release(order); // the timer ended it while we were holding
            throw refusal(completed);
        }
        return completed;
    }

    /** A promotion that somebody else has just used up: the refusal names the price without it, so that it can be offered. */
    private ProblemException explained(Order order, @Nullable Command command, ProblemException refusal) {
        if (command == null || !PROMOTION_GONE.contains(refusal.problem().name())) {
            return refusal;
        }
        // who used nothing of his at the till need not have shown his code
        boolean present = order.head().channel() == Channel.MINI_PROGRAM
                || !order.head().couponIds().isEmpty()
                || order.amounts().pointsUsed() > 0;
        Buyer buyer = new Buyer(
                order.head().channel(),
                order.head().member(),
                present,
                order.head().staff());
        try {
            long now = quotes.price(command.basket(), buyer, order.id()).payableMinor();
            return OrderProblem.PROMOTION_SPENT.with(
                    "expectedMinor", order.amounts().payableMinor(), "payableMinor", now);
        } catch (ProblemException e) {
            return refusal; // no new price now; the refusal says to ask for one
        }
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
}
