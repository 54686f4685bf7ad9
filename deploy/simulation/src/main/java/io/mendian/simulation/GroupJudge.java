package io.mendian.simulation;

import io.mendian.runtime.event.IncomingEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** I13: as many have paid as a group has seats, it succeeds or fails, once; who was in one that failed has his money back, once. */
final class GroupJudge {

    private final World world;
    private final Map<Long, Verdict.OrderRow> orders;
    private final List<String> wrong;
    private final Map<Long, String> groups = new TreeMap<>();

    GroupJudge(World world, Map<Long, Verdict.OrderRow> orders, List<String> wrong) {
        this.world = world;
        this.orders = orders;
        this.wrong = wrong;
    }

    private record OfOrder(String state, long systemRefunds) {}

    void judge() {
        world.node("marketing-service").jdbc().query("SELECT id, state FROM buying_group", row -> {
            groups.put(row.getLong(1), row.getString(2));
        });
        Map<Long, OfOrder> marks = marks();
        Map<Long, Long> paid = new HashMap<>();
        world.node("marketing-service")
                .jdbc()
                .query("SELECT order_id, group_id, state, offer_id FROM campaign_seat ORDER BY order_id", row -> {
                    long group = row.getLong(2);
                    String state = row.getString(3);
                    if (state.equals("PAID")) {
                        paid.merge(group == 0 ? row.getLong(4) : group, 1L, Long::sum);
                    }
                    seat(row.getLong(1), state);
                    if (group != 0) {
                        inGroup(row.getLong(1), group, state, marks.get(row.getLong(1)));
                    }
                });
        paid.forEach((of, seats) -> {
            if (seats > (groups.containsKey(of) ? 2 : 1)) {
                wrong.add("I13 " + seats + " have paid for a seat of " + of);
            }
        });
        told();
    }

    private Map<Long, OfOrder> marks() {
        Map<Long, OfOrder> marks = new HashMap<>();
        world.node("order-service").jdbc().query("""
            SELECT o.id, o.group_state, (SELECT COUNT(*) FROM refund r WHERE r.order_id = o.id AND r.kind = 'RETURN'
                AND r.requested_by = 'SYSTEM' AND r.status = 'DONE')
            FROM sales_order o WHERE o.group_state IS NOT NULL\
            """, row -> {
            marks.put(row.getLong(1), new OfOrder(row.getString(2), row.getLong(3)));
        });
        return marks;
    }

    /** I9 for seats. */
    private void seat(long id, String state) {
        Verdict.OrderRow order = orders.get(id);
        boolean taken = state.equals("PAID") || state.equals("SHORT") || state.equals("RETURNED");
        if (taken != (order != null && order.isPaid())) {
            wrong.add("I9 the seat of order " + id + " is " + state + ", its order " + order);
        }
    }

    private void inGroup(long id, long group, String seat, @Nullable OfOrder mark) {
        Verdict.OrderRow order = orders.get(id);
        String end = groups.get(group);
        if (order == null || mark == null || end == null || !order.isPaid()) {
            return;
        }
        String all = order + " in group " + group + ", which is " + end + ", its seat " + seat + ", its mark " + mark;
        boolean failed = end.equals("FAILED");
        if (seat.equals("SHORT") || failed && seat.equals("PAID")) {
            wrong.add("I13 the money of " + all + " was not given back");
        }
        if (seat.equals("PAID") && end.equals("FILLED") && !mark.state.equals("SUCCEEDED")) {
            wrong.add("I13 nobody told " + all);
        }
        if (mark.state.equals("SUCCEEDED") && (!end.equals("FILLED") || mark.systemRefunds > 0)) {
            wrong.add("I13 success and failure: " + all);
        }
        if (mark.state.equals("FAILED") && order.doneMinor() != order.payableMinor()) {
            wrong.add("I13 not all came back: " + all);
        }
        if (mark.systemRefunds > 1) {
            wrong.add("I13 refunded more than once: " + all);
        }
    }

    /** A group that has succeeded or failed was told of once; an order that came too late is told of by itself. */
    private void told() {
        Map<String, Integer> told = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (IncomingEvent event : world.bus().of("mendian.marketing")) {
            boolean ofGroup =
                    event.type().equals("group.succeeded.v1") || event.type().equals("group.failed.v1");
            if (ofGroup && seen.add(event.id()) && !event.payload().contains("\"LATE\"")) {
                told.merge(event.type() + event.key(), 1, Integer::sum);
            }
        }
        groups.forEach((id, end) -> {
            int succeeded = told.getOrDefault("group.succeeded.v1" + id, 0);
            int failed = told.getOrDefault("group.failed.v1" + id, 0);
            if (succeeded != (end.equals("FILLED") ? 1 : 0) || failed != (end.equals("FAILED") ? 1 : 0)) {
                wrong.add("I13 group " + id + " is " + end + ", told succeeded " + succeeded + ", failed " + failed);
            }
        });
    }
}
