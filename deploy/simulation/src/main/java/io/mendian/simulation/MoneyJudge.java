package io.mendian.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** I4, I5, I7: the provider's journal and ours tell of the same money, and no order has more or less than its price. */
final class MoneyJudge {

    private final World world;
    private final Map<Long, Verdict.OrderRow> orders;
    private final List<String> wrong;

    MoneyJudge(World world, Map<Long, Verdict.OrderRow> orders, List<String> wrong) {
        this.world = world;
        this.orders = orders;
        this.wrong = wrong;
    }

    void judge() {
        Map<Long, Long> net = Verdict.numbers(world, "order-service", "SELECT id, 0 FROM sales_order");
        TreeSet<String> known = new TreeSet<>();
        world.node("order-service")
                .jdbc()
                .query(
                        "SELECT out_trade_no, order_id, status, amount_minor, refunded_minor FROM wechat_payment",
                        row -> {
                            known.add(row.getString(1));
                            payment(row.getString(1), row.getString(3), row.getLong(5));
                            net.merge(row.getLong(2), netAtProvider(row.getString(1)), Long::sum);
                        });
        world.provider().paid().forEach(payment -> {
            if (!known.contains(payment.number)) {
                wrong.add("I7 the provider has money of a payment unknown to us: " + payment.number);
            }
        });
        Map<Long, Long> tenders = Verdict.numbers(
                world,
                "order-service",
                "SELECT order_id, amount_minor - refunded_minor FROM order_tender WHERE kind = 'WECHAT_PAY'");
        Map<Long, Long> all =
                Verdict.numbers(world, "order-service", "SELECT order_id, amount_minor FROM order_tender");
        orders.forEach((id, order) -> {
            long expected = order.isPaid() ? tenders.getOrDefault(id, 0L) : 0;
            if (net.getOrDefault(id, 0L) != expected && !isBeingRefunded(id)) {
                wrong.add("I5 the provider keeps " + net.get(id) + " for order " + order + ", which has " + expected);
            }
            if (order.isPaid() && all.getOrDefault(id, 0L) != order.payableMinor()) {
                wrong.add("I5 " + order + " was paid with " + all.get(id));
            }
            if (order.refundedMinor() > order.payableMinor() || order.doneMinor() > order.refundedMinor()) {
                wrong.add("I4 more came back than was paid: " + order);
            }
        });
    }

    /** A refund that the provider refused waits for staff, with an alarm. */
    private boolean isBeingRefunded(long order) {
        return Verdict.numbers(world, "order-service", "SELECT order_id, 1 FROM refund WHERE status = 'FAILED'")
                .containsKey(order);
    }

    private long netAtProvider(String number) {
        Provider.Payment payment = world.provider().payments().get(number);
        return payment == null || !payment.isPaid()
                ? 0
                : payment.amountMinor - world.provider().refundedMinor(number);
    }

    private void payment(String number, String status, long refundedMinor) {
        Provider.Payment payment = world.provider().payments().get(number);
        boolean paid = payment != null && payment.isPaid();
        boolean booked = status.equals("CAPTURED") || status.equals("SURPLUS");
        if (paid != booked) {
            wrong.add("I7 payment " + number + " is " + status + " here and "
                    + (payment == null ? "unknown" : payment.state) + " at the provider");
        }
        if (payment != null && paid && world.provider().refundedMinor(number) > payment.amountMinor) {
            wrong.add("I4 more of payment " + number + " went back than came");
        }
        if (payment != null && paid && status.equals("SURPLUS") && refundedMinor != payment.amountMinor) {
            wrong.add("I5 surplus payment " + number + " was not given back");
        }
    }
}
