package io.mendian.order.ordering.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.OrderPage;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderQuotes;
import io.mendian.order.ordering.OrderSearch;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders as headquarters sees them, within the caller's stores. */
@RestController
@RequestMapping("/hq/v1/orders")
class HqOrderController {

    private final OrderQueries orders;
    private final OrderQuotes orderQuotes;

    HqOrderController(OrderQueries orders, OrderQuotes orderQuotes) {
        this.orders = orders;
        this.orderQuotes = orderQuotes;
    }

    @Operation(summary = "Orders of the caller's stores, newest first", description = "limit 1 to 200")
    @GetMapping
    @Allow(Right.ORDERS_READ)
    OrderPage list(
            Caller caller,
            @RequestParam @Nullable Long storeId,
            @RequestParam @Nullable Long memberKey,
            @RequestParam @Nullable OrderStatus status,
            @RequestParam @Nullable FulfilmentStatus fulfilment,
            @RequestParam @Nullable LocalDate businessDate,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "20") int limit) {
        MemberKey member = memberKey == null ? null : MemberKey.of(memberKey);
        OrderId last = before == null ? null : OrderId.of(before);
        return orders.page(
                new OrderSearch(stores(caller, storeId), member, status, fulfilment, businessDate, last, limit));
    }

    @Operation(summary = "One order")
    @GetMapping("/{id}")
    @Allow(Right.ORDERS_READ)
    OrderView get(@PathVariable long id, Caller caller) {
        return OrderView.of(orders.require(OrderId.of(id), caller));
    }

    @Operation(
            summary = "How an order was priced",
            description =
                    "The question to marketing-service and its whole answer, rules and versions included, as stored"
                            + " when the order was placed; asked again with these rules it gives the same price. Amounts in fen.")
    @GetMapping("/{id}/quote")
    @Allow(Right.ORDERS_READ)
    OrderQuotes.View quote(@PathVariable long id, Caller caller) {
        return orderQuotes.require(OrderId.of(id), caller);
    }

    @Operation(
            summary = "Price an old order again from what was stored with it",
            description =
                    "marketing-service computes the stored question with the stored rules, whatever has changed since."
                            + " same: every amount is equal. Errors: 409 NO_QUOTE_STORED, QUOTE_VERSION_GONE")
    @GetMapping("/{id}/quote/again")
    @Allow(Right.ORDERS_READ)
    OrderQuotes.Again again(@PathVariable long id, Caller caller) {
        return orderQuotes.again(OrderId.of(id), caller);
    }

    private static @Nullable Set<StoreId> stores(Caller caller, @Nullable Long storeId) {
        if (storeId != null) {
            caller.requireReach(StoreId.of(storeId));
            return Set.of(StoreId.of(storeId));
        }
        return caller.chainWide() ? null : caller.stores();
    }
}
