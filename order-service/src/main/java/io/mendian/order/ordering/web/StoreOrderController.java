package io.mendian.order.ordering.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.order.ordering.CancelOrder;
import io.mendian.order.ordering.CashTaken;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.MembersAtTill;
import io.mendian.order.ordering.OrderPage;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderQuotes;
import io.mendian.order.ordering.OrderSearch;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.order.ordering.QuoteView;
import io.mendian.order.ordering.Quotes;
import io.mendian.order.ordering.TakeBooked;
import io.mendian.order.ordering.TakeCash;
import io.mendian.order.ordering.TenderWish;
import io.mendian.order.ordering.TipLeft;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Selling over the counter: quotes, orders, cash. */
@RestController
@RequestMapping("/store/v1")
class StoreOrderController {

    private final Quotes quotes;
    private final PlaceOrder placeOrder;
    private final TakeCash takeCash;
    private final TakeBooked takeBooked;
    private final OrderQuotes orderQuotes;
    private final CancelOrder cancelOrder;
    private final OrderQueries orders;
    private final MembersAtTill members;
    private final Tills tills;

    StoreOrderController(
            Quotes quotes,
            PlaceOrder placeOrder,
            TakeCash takeCash,
            TakeBooked takeBooked,
            OrderQuotes orderQuotes,
            CancelOrder cancelOrder,
            OrderQueries orders,
            MembersAtTill members,
            Tills tills) {
        this.quotes = quotes;
        this.placeOrder = placeOrder;
        this.takeCash = takeCash;
        this.takeBooked = takeBooked;
        this.orderQuotes = orderQuotes;
        this.cancelOrder = cancelOrder;
        this.orders = orders;
        this.members = members;
        this.tills = tills;
    }

    record BookedRequest(
            @Positive @Max(BasketRequest.MOST_MINOR) @Nullable
            Long amountMinor,

            @NotBlank @Size(max = 60) String label) {}

    record CashRequest(
            @Positive @Max(BasketRequest.MOST_MINOR) @Nullable
            Long amountMinor,

            @PositiveOrZero @Max(BasketRequest.MOST_MINOR) long receivedMinor,
            @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId) {}

    @Operation(
            summary = "Price of a basket at the till",
            description = "The member by memberCode (shown by him; opens his coupons, points and stored value for ten"
                    + " minutes), memberPhone (an unknown one makes a member) or memberKey; none of them: a guest.")
    @PostMapping("/quotes")
    @Allow(Right.ORDERS_SELL)
    QuoteView quote(@Valid @RequestBody BasketRequest request, Caller caller) {
        StoreId store = store(request, caller);
        return quotes.quote(request.basket(store), members.find(request.named(), store, caller.staffId()));
    }

    @Operation(
            summary = "Place an order at the till, to be paid by WeChat, stored value, or several tenders",
            description = "As for the member himself. Points, coupons and stored value need the member's code: 409"
                    + " MEMBER_CODE_NEEDED.")
    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    OrderView place(@Valid @RequestBody BasketRequest request, Caller caller, OperationId operation) {
        tills.choose(operation.value(), store(request, caller), request.tillId(), null);
        return placeOrder.place(OrderId.of(operation.value()), command(request, caller, null, null, false));
    }

    @Operation(
            summary = "Sell in one call, by several tenders where wished",
            description =
                    "Places the order and takes what pays it: stored value, gift cards, uses of cards, booked receipts"
                            + " (booked: label and fen), and cash for all that is then due; the answer names the change."
                            + " cash.receivedMinor in fen. tip: left on top by CASH (taken first of the cash given) or BOOKED, for the"
                            + " clerk or staffId. Errors: 409 CASH_TOO_LITTLE, PAYMENT_TOO_LITTLE (no cash, and the"
                            + " others do not cover it), PAYMENT_TOO_MUCH, NOT_ENOUGH_STOCK, PRICE_CHANGED")
    @PostMapping("/sales")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    OrderView sell(@Valid @RequestBody BasketRequest request, Caller caller, OperationId operation) {
        tills.choose(operation.value(), store(request, caller), request.tillId(), null);
        TipLeft tip = request.tipLeft(operation.value(), caller.staffId());
        CashTaken cash = request.cashTaken(caller.staffId());
        return placeOrder.place(OrderId.of(operation.value()), command(request, caller, cash, tip, true));
    }

    @Operation(
            summary = "Take cash for an order that waits for its money",
            description =
                    "amountMinor: the part cash pays, left out: all that is due. tillId: the till it is taken at, left"
                            + " out: the store's default till. Errors: 409 CASH_TOO_LITTLE,"
                            + " PAYMENT_TOO_MUCH, PAYMENT_NOT_NEEDED")
    @PostMapping("/orders/{id}/cash")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    OrderView cash(
            @PathVariable long id,
            @Valid @RequestBody CashRequest request,
            Caller caller,
            @RequestHeader("Idempotency-Key") String key) {
        tills.choose(id, caller.requireStore(), request.tillId, null);
        return takeCash.take(
                OrderId.of(id),
                new TakeCash.Command(
                        caller.requireStore(),
                        request.amountMinor,
                        request.receivedMinor,
                        reference("CASH-", caller, key),
                        caller.staffId()));
    }

    @Operation(
            summary = "记账收款：book money taken outside for an order that waits for it",
            description =
                    "label: where it came in, such as a bank terminal. amountMinor: the part it pays, left out: all"
                            + " that is due. Errors: 409 PAYMENT_TOO_MUCH, PAYMENT_NOT_NEEDED, PAY_AS_QUOTED")
    @PostMapping("/orders/{id}/booked-receipts")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    OrderView book(
            @PathVariable long id,
            @Valid @RequestBody BookedRequest request,
            Caller caller,
            @RequestHeader("Idempotency-Key") String key) {
        return takeBooked.take(
                OrderId.of(id),
                new TakeBooked.Command(
                        caller.requireStore(),
                        request.amountMinor,
                        request.label.strip(),
                        reference("BOOKED-", caller, key),
                        caller.staffId()));
    }

    private static String reference(String prefix, Caller caller, String key) {
        return prefix + UUID.nameUUIDFromBytes((caller.subject() + key).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            summary = "How an order of this store was priced",
            description =
                    "The question to marketing-service and its whole answer, rules and versions included, as stored"
                            + " when the order was placed; each line's explanation. Amounts in fen.")
    @GetMapping("/orders/{id}/quote")
    @Allow(Right.ORDERS_READ)
    OrderQuotes.View quoteOf(@PathVariable long id, Caller caller) {
        return orderQuotes.require(OrderId.of(id), caller);
    }

    @Operation(
            summary = "Cancel an unpaid order of this store",
            description = "cashToReturnMinor in the answer is cash to hand back. Errors: 409 ORDER_ALREADY_PAID")
    @PostMapping("/orders/{id}/cancel")
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    OrderView cancel(@PathVariable long id, Caller caller) {
        return cancelOrder.cancel(OrderId.of(id), CancelOrder.By.STAFF, order -> OrderQueries.isVisible(order, caller));
    }

    @Operation(summary = "Orders of this store, newest first", description = "limit 1 to 200")
    @GetMapping("/orders")
    @Allow(Right.ORDERS_READ)
    OrderPage list(
            Caller caller,
            @RequestParam @Nullable OrderStatus status,
            @RequestParam @Nullable FulfilmentStatus fulfilment,
            @RequestParam @Nullable LocalDate businessDate,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "20") int limit) {
        OrderId last = before == null ? null : OrderId.of(before);
        return orders.page(
                new OrderSearch(Set.of(caller.requireStore()), null, status, fulfilment, businessDate, last, limit));
    }

    @Operation(summary = "One order of this store")
    @GetMapping("/orders/{id}")
    @Allow(Right.ORDERS_READ)
    OrderView get(@PathVariable long id, Caller caller) {
        return OrderView.of(orders.require(OrderId.of(id), caller));
    }

    private PlaceOrder.Command command(
            BasketRequest request, Caller caller, @Nullable CashTaken cash, @Nullable TipLeft tip, boolean atTill) {
        StoreId store = store(request, caller);
        return new PlaceOrder.Command(
                request.basket(store),
                () -> members.find(request.named(), store, caller.staffId()),
                request.tenders(cash, atTill, atTill ? TenderWish.Rest.NOW : TenderWish.Rest.LATER, tip),
                request.expectedPayableMinor(),
                request.handingWish());
    }

    private static StoreId store(BasketRequest request, Caller caller) {
        StoreId store = request.storeId() == null ? caller.requireStore() : request.storeId();
        caller.requireReach(store);
        return store;
    }
}
