package io.mendian.member.history;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.member.level.Progress;

/**
 * What an order or a refund means for the way up the ladder. A recharge counts as recharge when it is paid, and what is
 * bought with it counts as spend later, so nothing counts twice.
 */
final class ProgressOf {

    private static final String RECHARGE = "RECHARGE";

    private ProgressOf() {}

    static boolean countsAsOrder(OrderPaid order) {
        return order.lines().stream().anyMatch(line -> !line.kind().equals(RECHARGE));
    }

    static Progress paid(OrderPaid order, long pointsEarned) {
        long recharged = order.lines().stream()
                .filter(line -> line.kind().equals(RECHARGE))
                .mapToLong(OrderLine::netMinor)
                .sum();
        long spent = order.lines().stream()
                .filter(line -> !line.kind().equals(RECHARGE))
                .mapToLong(OrderLine::netMinor)
                .sum();
        return new Progress(spent, countsAsOrder(order) ? 1 : 0, pointsEarned, recharged);
    }

    static Progress refunded(OrderRefunded refund, boolean orderCounted, long pointsLost) {
        long recharged = refund.lines().stream()
                .filter(line -> line.kind().equals(RECHARGE))
                .mapToLong(RefundLine::netMinor)
                .sum();
        long spent = refund.lines().stream()
                .filter(line -> !line.kind().equals(RECHARGE))
                .mapToLong(RefundLine::netMinor)
                .sum();
        return new Progress(spent, refund.full() && orderCounted ? 1 : 0, pointsLost, recharged);
    }
}
