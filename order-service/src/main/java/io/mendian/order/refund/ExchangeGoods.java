package io.mendian.order.refund;

import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.Buyer;
import io.mendian.order.ordering.CancelOrder;
import io.mendian.order.ordering.CashTaken;
import io.mendian.order.ordering.MembersAtTill;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.order.ordering.Quotes;
import io.mendian.order.ordering.TakeCash;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes pieces back and sells others for them in one act: the returned money pays for the new order, the difference is paid
 * or given back. The return happens in the transaction in which the new order is paid. May be stopped at any point and called
 * again with the same id.
 */
@UseCase
public class ExchangeGoods {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeGoods.class);

    private final ExchangeSteps steps;
    private final Exchanges exchanges;
    private final Refunds refunds;
    private final RequestRefund requestRefund;
    private final AdvanceRefunds advanceRefunds;
    private final OrderQueries orders;
    private final MembersAtTill members;
    private final Quotes quotes;
    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final TakeCash takeCash;
    private final Tills tills;

    ExchangeGoods(
            ExchangeSteps steps,
            Exchanges exchanges,
            Refunds refunds,
            RequestRefund requestRefund,
            AdvanceRefunds advanceRefunds,
            OrderQueries orders,
            MembersAtTill members,
            Quotes quotes,
            PlaceOrder placeOrder,
            CancelOrder cancelOrder,
            TakeCash takeCash,
            Tills tills) {
        this.steps = steps;
        this.exchanges = exchanges;
        this.refunds = refunds;
        this.requestRefund = requestRefund;
        this.advanceRefunds = advanceRefunds;
        this.orders = orders;
        this.members = members;
        this.quotes = quotes;
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.takeCash = takeCash;
        this.tills = tills;
    }

    /**
     * What comes back and what is taken instead.
     *
     * @param memberCode shows that the member is here, which his stored value needs; used once
     * @param storedValueMinor what stored value pays of the difference
     * @param expectedPayableMinor the price of the new goods that the buyer saw; another one is refused
     * @param cash cash on the counter for all of the difference that is left
     * @param tillId whose drawer it is; null: the store's default till
     */
    public record Command(
            RequestRefund.Command back,
            Basket taken,
            @Nullable String memberCode,
            long storedValueMinor,
            @Nullable Long expectedPayableMinor,
            @Nullable CashTaken cash,
            @Nullable String tillId) {}

    /** EXCHANGE_CANCELLED for who asks again after it was called off meanwhile. */
    public ExchangeView exchange(long id, Command command) {
        Exchange exchange = exchanges.find(id).orElse(null);
        boolean isNew = exchange == null;
        if (exchange == null) {
            exchange = steps.begin(id, requestRefund.exchangeWanted(command.back()));
            tills.choose(exchange.refund(), command.taken().store(), command.tillId(), null);
            tills.choose(exchange.newOrder().value(), command.taken().store(), command.tillId(), null);
            CrashPoints.at("exchange", "begun");
        }
        if (exchange.status() == ExchangeStatus.RUNNING) {
            sell(exchange, command, isNew);
        }
        ExchangeView view = view(exchange.id());
        if (view.status() == ExchangeStatus.CANCELLED) {
            throw RefundProblem.EXCHANGE_CANCELLED.with();
        }
        return view;
    }

    private void sell(Exchange exchange, Command command, boolean isNew) {
        try {
            OrderView placed = placeOrder.place(exchange.newOrder(), sale(exchange, command, isNew));
            CrashPoints.at("exchange", "placed");
            Exchange covered = steps.cover(exchange.id());
            CrashPoints.at("exchange", "covered");
            CashTaken cash = command.cash();
            if (covered.status() == ExchangeStatus.RUNNING && cash != null) {
                OrderView ignored = takeCash.take(
                        exchange.newOrder(),
                        new TakeCash.Command(
                                placed.storeId(),
                                null,
                                cash.receivedMinor(),
                                "EXCHANGE-" + exchange.id(),
                                cash.staff()));
            }
        } catch (ProblemException e) {
            if (e.problem().status() < 500) {
                off(exchange);
            }
            throw e;
        }
    }

    /** Something was refused for good: the new order, if there is one, ends, and with it the return. */
    private void off(Exchange exchange) {
        if (orders.find(exchange.newOrder()).isEmpty()) {
            Exchange ignored = steps.abandon(exchange.id());
        } else {
            try {
                OrderView ignored = cancelOrder.cancel(exchange.newOrder(), CancelOrder.By.STAFF, order -> true);
            } catch (ProblemException e) {
                LOG.info("exchange {}: its order ends by itself: {}", exchange.id(), e.toString());
            }
        }
    }

    private PlaceOrder.Command sale(Exchange exchange, Command command, boolean isNew) {
        Order old = orders.require(exchange.order());
        Buyer buyer = buyer(old, command, isNew);
        Long expected = command.expectedPayableMinor();
        if (command.storedValueMinor() > 0 && orders.find(exchange.newOrder()).isEmpty()) {
            Refund refund = refunds.find(exchange.refund()).orElseThrow();
            long payable = quotes.quote(command.taken(), buyer).payableMinor();
            long difference = Math.max(0, payable - ExchangeSteps.carryable(refund));
            if (command.storedValueMinor() > difference) {
                throw OrderProblem.STORED_VALUE_TOO_MUCH.with("payableMinor", difference);
            }
            expected = expected == null ? Long.valueOf(payable) : expected;
        }
        return new PlaceOrder.Command(command.taken(), () -> buyer, command.storedValueMinor(), expected, null);
    }

    private Buyer buyer(Order old, Command command, boolean isNew) {
        String code = isNew ? command.memberCode() : null;
        MembersAtTill.Named named =
                new MembersAtTill.Named(code == null ? old.head().member() : null, code, null);
        Buyer buyer = members.find(
                named,
                command.taken().store(),
                Objects.requireNonNull(command.back().askedBy()));
        if (!Objects.equals(buyer.member(), old.head().member())) {
            throw RefundProblem.EXCHANGE_OTHER_MEMBER.with();
        }
        return buyer;
    }

    /** Takes up exchanges that stopped half-way. */
    void carryOn(Exchange exchange, boolean givenUp) {
        Order order = orders.find(exchange.newOrder()).orElse(null);
        if (order == null) {
            if (givenUp) {
                Exchange ignored = steps.abandon(exchange.id());
            }
        } else if (order.status() == OrderStatus.PENDING_PAYMENT) {
            Exchange ignored = steps.cover(exchange.id());
        }
    }

    ExchangeView view(long id) {
        Exchange exchange = exchanges.find(id).orElseThrow();
        Refund refund = advanceRefunds.advance(refunds.find(exchange.refund()).orElseThrow());
        return new ExchangeView(
                Long.toString(id),
                exchange.status(),
                exchange.order(),
                exchange.carriedMinor(),
                RefundView.of(refund),
                orders.find(exchange.newOrder()).map(OrderView::of).orElse(null));
    }
}
