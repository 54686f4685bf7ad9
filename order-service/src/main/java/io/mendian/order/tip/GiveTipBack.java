package io.mendian.order.tip;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Gives the tips of a wholly refunded order back, the way they came; each once. A partial refund leaves them. */
@UseCase
public class GiveTipBack {

    private final OrderHandings orders;
    private final TipLedger ledger;
    private final Tips tips;

    GiveTipBack(OrderHandings orders, TipLedger ledger, Tips tips) {
        this.orders = orders;
        this.ledger = ledger;
        this.tips = tips;
    }

    @Transactional
    public TipsView giveBack(OrderId id, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        List<Tip> left = tips.of(id).stream()
                .filter(tip -> tip.cause() == Tip.Cause.LEFT)
                .toList();
        if (left.isEmpty()) {
            throw TipProblem.NO_TIP.with();
        }
        if (order.status() != OrderStatus.REFUNDED) {
            throw TipProblem.TIP_STAYS.with();
        }
        for (Tip tip : left) {
            if (!tips.isKnown(id, Tip.Cause.BACK, Long.toString(tip.id()))) {
                ledger.back(order, tip, by.staffId());
            }
        }
        return TipsView.of(id, tips.of(id));
    }
}
