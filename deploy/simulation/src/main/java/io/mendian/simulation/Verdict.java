package io.mendian.simulation;

import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges a world that has come to rest: that everything came to its end, the services' own books, and what only somebody
 * who sees all of them and the provider can say.
 */
final class Verdict {

    static final String POINTS = "SELECT member_key, balance - debt FROM points_account";
    static final String WALLETS = "SELECT member_key, principal_minor + bonus_minor FROM wallet_account";

    private final World world;
    private final Shop shop;
    private final History history;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Long, OrderRow> orders = new TreeMap<>();

    record OrderRow(long id, String status, long payableMinor, long refundedMinor, long doneMinor) {

        boolean isPaid() {
            return !status.equals("CANCELLED") && !status.equals("PLACING") && !status.equals("PENDING_PAYMENT");
        }
    }

    Verdict(World world, Shop shop, History history) {
        this.world = world;
        this.shop = shop;
        this.history = history;
    }

    List<String> wrong() {
        wrong.addAll(Quiet.unfinished(world).stream()
                .map(what -> "not finished: " + what)
                .toList());
        history.internal().forEach(e -> wrong.add("a request failed inside: " + e));
        if (world.scene().sells()) {
            orders();
        }
        if (world.scene().needs("booking-service")) {
            new ClassJudge(world, history, wrong).judge();
        }
        new EventJudge(world, orders, wrong).judge();
        books();
        return wrong;
    }

    private void orders() {
        world.node("order-service")
                .jdbc()
                .query(
                        "SELECT id, status, payable_minor, refunded_minor, refunded_done_minor FROM sales_order",
                        row -> {
                            OrderRow order = new OrderRow(
                                    row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5));
                            orders.put(order.id, order);
                        });
        told();
        new MoneyJudge(world, orders, wrong).judge();
        holds();
        new StockJudge(world, history, wrong).judge();
        new AssetJudge(world, shop, wrong).judge();
        coupons();
        late();
        new GroupJudge(world, orders, wrong).judge();
    }

    static Map<Long, Long> numbers(World world, String node, String sql) {
        Map<Long, Long> numbers = new HashMap<>();
        world.node(node).jdbc().query(sql, row -> {
            numbers.merge(row.getLong(1), row.getLong(2), Long::sum);
        });
        return numbers;
    }

    static long at(Map<Long, Long> numbers, long key) {
        return numbers.getOrDefault(key, 0L);
    }

    /** I27: what was told is there. */
    private void told() {
        history.placed().forEach((id, payable) -> {
            OrderRow order = orders.get(Long.parseLong(id));
            if (order == null || order.payableMinor != payable) {
                wrong.add("I27 a customer was told of order " + id + " over " + payable + ", there is " + order);
            }
        });
        Map<Long, Long> refunds = numbers(world, "order-service", "SELECT id, order_id FROM refund");
        history.refunded().forEach((refund, order) -> {
            if (!Objects.equals(refunds.get(Long.parseLong(refund)), Long.parseLong(order))) {
                wrong.add("I27 a customer was told of refund " + refund);
            }
        });
    }

    /** I9, I23: a hold ends as its order did. */
    private void holds() {
        ends("inventory-service", "SELECT hold_id, state FROM stock_hold");
        ends("member-service", "SELECT hold_id, status FROM asset_hold");
        ends("marketing-service", "SELECT id, state FROM coupon_hold");
        ends("marketing-service", "SELECT order_id, state FROM promotion_use WHERE state <> 'RETURNED'");
    }

    private void ends(String node, String sql) {
        world.node(node).jdbc().query(sql, row -> {
            OrderRow order = orders.get(row.getLong(1));
            String state = row.getString(2);
            boolean taken = state.equals("CONFIRMED") || state.equals("SHORT") || state.equals("SETTLED");
            boolean paid = order != null && order.isPaid();
            if (taken != paid) {
                wrong.add("I9 hold " + row.getLong(1) + " at " + node + " is " + state + ", its order " + order);
            }
        });
    }

    /** I11: a coupon is used by the one live order that names it. */
    private void coupons() {
        Map<Long, Long> usedBy = numbers(
                world, "marketing-service", "SELECT id, COALESCE(order_id, 0) FROM coupon WHERE state = 'USED'");
        TreeSet<Long> named = new TreeSet<>();
        world.node("order-service").jdbc().query("SELECT id, coupons FROM sales_order", row -> {
            OrderRow order = Objects.requireNonNull(orders.get(row.getLong(1)));
            if (!order.isPaid() || order.status.equals("REFUNDED")) {
                return;
            }
            for (String coupon : shop.coupons()) {
                if (!row.getString(2).contains("\"" + coupon + "\"")) {
                    continue;
                }
                long id = Long.parseLong(coupon);
                if (!named.add(id) || at(usedBy, id) != order.id) {
                    wrong.add("I11 order " + order.id + " was paid with coupon " + coupon + ", which is used by "
                            + usedBy.get(id));
                }
            }
        });
        usedBy.forEach((coupon, order) -> {
            if (!named.contains(coupon)) {
                wrong.add("I11 coupon " + coupon + " is used by " + orders.get(order));
            }
        });
    }

    /** However late the news of a paid order came: everything was still held for it. */
    private void late() {
        late("inventory-service", "SELECT reference FROM stock_alert WHERE reference LIKE 'ORDER:%'");
        late("member-service", "SELECT CONCAT(hold_id, ' ', status) FROM asset_hold WHERE late = TRUE");
        late("marketing-service", "SELECT CONCAT(order_id, ' coupon ', coupon_id) FROM coupon_shortage");
        late("marketing-service", "SELECT CONCAT(order_id, ' ', state) FROM promotion_use WHERE state = 'SHORT'");
        late("marketing-service", "SELECT CONCAT(order_id, ' ', state) FROM campaign_seat WHERE state = 'SHORT'");
    }

    private void late(String node, String sql) {
        world.node(node)
                .jdbc()
                .queryForList(sql, String.class)
                .forEach(what -> wrong.add("I9 " + node + " held nothing any more for paid order " + what));
    }

    /** A few checks of what the simulation does not touch say things that this database does not understand. */
    private static boolean cannotRun(BookResult check) {
        return check.offenders().size() == 1
                && check.offenders().getFirst().startsWith("the check could not run")
                && check.offenders().getFirst().contains("not found");
    }

    private void books() {
        for (Node node : world.playing()) {
            node.bean(BookQueries.class).run().checks().stream()
                    .filter(check -> !check.balanced() && !cannotRun(check))
                    .forEach(check -> wrong.add(node + ": " + check.name() + " " + check.offenders()));
        }
    }
}
