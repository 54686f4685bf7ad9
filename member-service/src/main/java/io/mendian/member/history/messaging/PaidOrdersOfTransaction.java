package io.mendian.member.history.messaging;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.member.history.SettlePaidOrders;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the paid orders of one delivered batch, which is one transaction, and settles them together just before it
 * commits, or earlier when something else needs them settled. What fails then rolls the batch back like any handler.
 */
final class PaidOrdersOfTransaction implements TransactionSynchronization {

    private final SettlePaidOrders settlePaidOrders;
    private final List<OrderPaid> waiting = new ArrayList<>();

    private PaidOrdersOfTransaction(SettlePaidOrders settlePaidOrders) {
        this.settlePaidOrders = settlePaidOrders;
    }

    static PaidOrdersOfTransaction of(SettlePaidOrders settlePaidOrders) {
        if (TransactionSynchronizationManager.getResource(settlePaidOrders) instanceof PaidOrdersOfTransaction known) {
            return known;
        }
        PaidOrdersOfTransaction orders = new PaidOrdersOfTransaction(settlePaidOrders);
        TransactionSynchronizationManager.bindResource(settlePaidOrders, orders);
        TransactionSynchronizationManager.registerSynchronization(orders);
        return orders;
    }

    void add(OrderPaid order) {
        waiting.add(order);
    }

    void settle() {
        if (!waiting.isEmpty()) {
            List<OrderPaid> orders = List.copyOf(waiting);
            waiting.clear();
            settlePaidOrders.settle(orders);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        settle();
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(settlePaidOrders);
    }
}
