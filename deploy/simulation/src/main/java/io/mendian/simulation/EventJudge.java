package io.mendian.simulation;

import io.mendian.runtime.event.IncomingEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** P2, I19, I20: each change was told once, per key in its order, and nothing was told that did not happen. */
final class EventJudge {

    private final World world;
    private final Map<Long, Verdict.OrderRow> orders;
    private final List<String> wrong;

    EventJudge(World world, Map<Long, Verdict.OrderRow> orders, List<String> wrong) {
        this.world = world;
        this.orders = orders;
        this.wrong = wrong;
    }

    void judge() {
        for (String topic : world.bus().topics()) {
            Map<String, Long> last = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (IncomingEvent event : world.bus().of(topic)) {
                if (!seen.add(event.id())) {
                    continue;
                }
                // the opening told of some before
                Long before = last.put(event.key(), event.sequence());
                if (before != null && event.sequence() != before + 1) {
                    wrong.add("I20 " + topic + " " + event.key() + ": " + event.sequence() + " follows " + before);
                }
            }
        }
        if (world.scene().sells()) {
            orders();
        }
    }

    private void orders() {
        Map<Long, Long> paid = told("order.paid.v1");
        Map<Long, Long> cancelled = told("order.cancelled.v1");
        Map<Long, Long> refunded = told("order.refunded.v1");
        Map<Long, Long> done = Verdict.numbers(
                world,
                "order-service",
                "SELECT order_id, COUNT(*) FROM refund WHERE status = 'DONE' AND kind <> 'SURPLUS' GROUP BY order_id");
        Map<Long, Long> records = Verdict.numbers(
                world, "member-service", "SELECT order_id, COUNT(*) FROM points_earning GROUP BY order_id");
        orders.forEach((id, order) -> {
            compare(order, "paid", paid.get(id), order.isPaid() ? 1 : 0);
            compare(order, "cancelled", cancelled.get(id), order.status().equals("CANCELLED") ? 1 : 0);
            compare(order, "refunded", refunded.get(id), done.getOrDefault(id, 0L));
            compare(order, "earned points", records.get(id), order.isPaid() ? 1 : 0);
        });
    }

    private void compare(
            Verdict.OrderRow order, String what, @org.jspecify.annotations.Nullable Long told, long expected) {
        if ((told == null ? 0 : told) != expected) {
            wrong.add("P2 " + order + " was told " + what + " " + told + " times instead of " + expected);
        }
    }

    private Map<Long, Long> told(String type) {
        Map<Long, Long> told = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (IncomingEvent event : world.bus().of("mendian.order")) {
            if (event.type().equals(type) && seen.add(event.id())) {
                told.merge(Long.parseLong(event.key()), 1L, Long::sum);
            }
        }
        return told;
    }
}
