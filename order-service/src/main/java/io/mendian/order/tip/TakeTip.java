package io.mendian.order.tip;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.TipLeft;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import org.springframework.transaction.annotation.Transactional;

/** Takes a tip for an order that is paid, before its shift closes. The same reference is taken once. */
@UseCase
public class TakeTip {

    private final OrderHandings orders;
    private final TipLedger ledger;
    private final Tips tips;

    TakeTip(OrderHandings orders, TipLedger ledger, Tips tips) {
        this.orders = orders;
        this.ledger = ledger;
        this.tips = tips;
    }

    @Transactional
    public TipsView take(OrderId id, TipLeft tip, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        Order ignored = ledger.left(order, tip);
        return TipsView.of(id, tips.of(id));
    }
}
