package io.mendian.testkit;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.hold.OrderStanding;
import io.mendian.runtime.hold.OrderStandings;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * order-service as those see it who hold something for its orders. It knows no order but those that a test names, each test
 * its own, and is away for a question in which an order is named that nobody shall hear of.
 */
public final class StandingOrders implements OrderStandings {

    private final Map<Long, OrderStanding> standings = new ConcurrentHashMap<>();
    private final Map<Long, OrderPaid> paid = new ConcurrentHashMap<>();
    private final Set<Long> unheard = ConcurrentHashMap.newKeySet();
    private final Map<Long, Runnable> meanwhile = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> asked = new ConcurrentHashMap<>();

    public void stand(OrderId order, OrderStanding standing) {
        standings.put(order.value(), standing);
    }

    /** What is told again of an order that was paid. */
    public void paid(OrderPaid order) {
        paid.put(order.orderId().value(), order);
        stand(order.orderId(), OrderStanding.PAID);
    }

    @Override
    public OrderPaid paid(long orderId) {
        if (unheard.contains(orderId)) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "order-service");
        }
        OrderPaid order = paid.get(orderId);
        if (order == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return order;
    }

    /** Whoever asks about this order gets no answer. */
    public void away(OrderId order) {
        unheard.add(order.value());
    }

    /** It answers again. */
    public void back(OrderId order) {
        unheard.remove(order.value());
    }

    /** Happens once, after the question about this order and before its answer. */
    public void meanwhile(OrderId order, Runnable what) {
        meanwhile.put(order.value(), what);
    }

    /** How often this order was asked about. */
    public int asked(OrderId order) {
        AtomicInteger times = asked.get(order.value());
        return times == null ? 0 : times.get();
    }

    @Override
    public Answer ask(Question question) {
        List<OrderId> orders = question.orderIds();
        if (orders.isEmpty() || orders.size() > MOST) {
            throw CommonProblem.INVALID_REQUEST.with("orderIds", orders.size());
        }
        for (OrderId order : orders) {
            asked.computeIfAbsent(order.value(), id -> new AtomicInteger()).incrementAndGet();
        }
        List<Standing> answer = orders.stream()
                .map(order -> new Standing(order, standings.getOrDefault(order.value(), OrderStanding.UNKNOWN)))
                .toList();
        for (OrderId order : orders) {
            Runnable what = meanwhile.remove(order.value());
            if (what != null) {
                what.run();
            }
        }
        if (orders.stream().anyMatch(order -> unheard.contains(order.value()))) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "order-service");
        }
        return new Answer(answer);
    }
}
