package io.mendian.order.till;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import org.springframework.stereotype.Component;

/** Receipts of orders that the caller may see. */
@Component
public class Receipts {

    private final OrderQueries orders;
    private final Stores stores;

    Receipts(OrderQueries orders, Stores stores) {
        this.orders = orders;
        this.stores = stores;
    }

    public Receipt of(OrderId id, Caller caller) {
        Order order = orders.require(id, caller);
        Store store = stores.find(order.head().store()).orElseThrow(CommonProblem.NOT_FOUND::with);
        return Receipt.of(OrderView.of(order), store);
    }
}
