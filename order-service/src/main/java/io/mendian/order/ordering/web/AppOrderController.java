package io.mendian.order.ordering.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.Buyer;
import io.mendian.order.ordering.CancelOrder;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.OrderPage;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderSearch;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.order.ordering.QuoteView;
import io.mendian.order.ordering.Quotes;
import io.mendian.order.ordering.TenderWish;
import io.mendian.order.store.StoreProblem;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checkout by the member himself. */
@RestController
@RequestMapping("/app/v1")
class AppOrderController {

    private final Quotes quotes;
    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final OrderQueries orders;

    AppOrderController(Quotes quotes, PlaceOrder placeOrder, CancelOrder cancelOrder, OrderQueries orders) {
        this.quotes = quotes;
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.orders = orders;
    }

    @Operation(
            summary = "Price of a basket",
            description =
                    "Level, promotions, coupons and points in one deterministic price, each line explained. couponIds"
                            + " left out takes the best coupons; usePoints -1 uses as many points as allowed. byMeans names"
                            + " what it costs with other means of payment, where that differs. Nothing is held.")
    @PostMapping("/quotes")
    @Allow
    QuoteView quote(@Valid @RequestBody BasketRequest request, Caller caller) {
        return quotes.quote(request.basket(store(request)), Buyer.member(caller.memberKey()));
    }

    @Operation(
            summary = "Place an order",
            description = "Holds stock, coupons, points and stored value until the order is paid or its deadline (15"
                    + " minutes) passes. storedValueMinor: fen to pay by balance, -1 as much as there is; giftCards: code and fen;"
                    + " a line with payByCard is paid by uses of a card, one with exchangeOfferId by points; one with offerId costs"
                    + " what the campaign offer says (拼团 with groupId joins, without opens a group; 砍价 with bargainId). payWith: the"
                    + " price for these means; the order can then be paid by no other. handing: PICKUP to fetch goods later,"
                    + " DELIVERY to have them sent to its recipient. Errors: 409 PRICE_CHANGED,"
                    + " PROMOTION_SPENT (names the new price), PAY_AS_QUOTED, NOT_ENOUGH_STOCK, NOT_ENOUGH_STORED_VALUE,"
                    + " GIFT_CARD_TOO_LITTLE, NO_CARD_FOR_SERVICE, EXCHANGE_LIMIT, COUPON_ALREADY_USED …")
    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    OrderView place(@Valid @RequestBody BasketRequest request, Caller caller, OperationId operation) {
        return placeOrder.place(
                OrderId.of(operation.value()),
                new PlaceOrder.Command(
                        request.basket(store(request)),
                        () -> Buyer.member(caller.memberKey()),
                        request.tenders(null, false, TenderWish.Rest.LATER),
                        request.expectedPayableMinor(),
                        request.handingWish()));
    }

    @Operation(
            summary = "My orders, newest first",
            description =
                    "fulfilment: TO_PREPARE, READY, TO_SHIP, SHIPPED, DONE …; before: the `next` of the page seen; limit 1"
                            + " to 200")
    @GetMapping("/orders")
    @Allow
    OrderPage list(
            Caller caller,
            @RequestParam @Nullable OrderStatus status,
            @RequestParam @Nullable FulfilmentStatus fulfilment,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "20") int limit) {
        OrderId last = before == null ? null : OrderId.of(before);
        return orders.page(new OrderSearch(null, caller.memberKey(), status, fulfilment, null, last, limit));
    }

    @Operation(summary = "One of my orders")
    @GetMapping("/orders/{id}")
    @Allow
    OrderView get(@PathVariable long id, Caller caller) {
        return OrderView.of(orders.require(OrderId.of(id), caller));
    }

    @Operation(
            summary = "Cancel an unpaid order",
            description = "Frees everything it holds. Errors: 409 ORDER_ALREADY_PAID")
    @PostMapping("/orders/{id}/cancel")
    @Idempotent
    @Allow
    OrderView cancel(@PathVariable long id, Caller caller) {
        return cancelOrder.cancel(
                OrderId.of(id), CancelOrder.By.CUSTOMER, order -> OrderQueries.isVisible(order, caller));
    }

    private static StoreId store(BasketRequest request) {
        if (request.storeId() == null) {
            throw StoreProblem.STORE_NOT_FOUND.with();
        }
        return request.storeId();
    }
}
