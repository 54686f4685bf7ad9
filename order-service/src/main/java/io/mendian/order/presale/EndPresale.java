package io.mendian.order.presale;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.CancelOrder;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a pre-sale whose deposit is paid (Civil Code of the PRC, art. 587): by the customer it is kept, unless the offer
 * gives it back; by the merchant it goes back, and as much again is owed. Ending twice is ending once.
 */
@UseCase
public class EndPresale {

    static final String OWED = "DEPOSIT_PENALTY_OWED";

    private final OrderHandings orders;
    private final CancelOrder cancelOrder;
    private final Alarms alarms;
    private final JdbcClient jdbc;

    EndPresale(OrderHandings orders, CancelOrder cancelOrder, Alarms alarms, JdbcClient jdbc) {
        this.orders = orders;
        this.cancelOrder = cancelOrder;
        this.alarms = alarms;
        this.jdbc = jdbc;
    }

    @Transactional
    public OrderView end(OrderId id, boolean merchantsFault, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        if (order.status() == OrderStatus.CANCELLED) {
            return OrderView.of(order);
        }
        if (!order.isDeposited() || order.status() != OrderStatus.PENDING_PAYMENT) {
            throw PresaleProblem.PRESALE_NOT_DEPOSITED.with();
        }
        if (merchantsFault) {
            long deposit = Objects.requireNonNull(order.head().presale()).depositMinor();
            int ignored = jdbc.sql("UPDATE presale_order SET penalty_minor = ? WHERE order_id = ?")
                    .params(deposit, id.value())
                    .update();
            alarms.raise(OWED, id.text(), Map.of("order", order.head().no(), "amountMinor", deposit));
        }
        CancelOrder.By who = by.realm() == Realm.MEMBER ? CancelOrder.By.CUSTOMER : CancelOrder.By.STAFF;
        return OrderView.of(cancelOrder.end(order, who, merchantsFault ? 0 : order.keptWhenMissed()));
    }
}
