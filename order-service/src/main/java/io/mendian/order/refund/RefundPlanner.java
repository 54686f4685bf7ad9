package io.mendian.order.refund;

import io.mendian.kernel.Split;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.PaidBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes what goes back. All shares are taken on running totals: whatever the order in which pieces come back, the same
 * pieces have brought back the same money, and the last piece ends exactly at what was paid. The same holds for points
 * used as cash, and for the tenders, over which the running amount is spread by nested two-way shares (a two-way share
 * never falls while its total rises, so no part is ever negative).
 */
final class RefundPlanner {

    private static final Set<String> NOT_RETURNABLE = Set.of("CARD", "RECHARGE");

    private RefundPlanner() {}

    static RefundPlan plan(Order order, List<RefundPlan.Wish> wishes) {
        if (!order.status().isReturnable()) {
            throw OrderProblem.ORDER_NOT_PAID.with();
        }
        Map<Integer, Long> returning = new HashMap<>();
        List<RefundPlan.Line> lines = new ArrayList<>();
        for (RefundPlan.Wish wish : wishes) {
            OrderedLine line = find(order, wish);
            if (returning.put(line.no(), wish.quantity()) != null) {
                throw RefundProblem.RETURN_LINE_TWICE.with("line", line.lineId());
            }
            long share = Math.max(0, shareOf(line, wish.quantity()) - line.refundedMinor());
            lines.add(new RefundPlan.Line(line.lineId(), line.name(), wish.quantity(), share, wish.restock()));
        }
        long amount = lines.stream().mapToLong(RefundPlan.Line::netMinor).sum();
        long points = Math.max(0, pointsAfter(order, returning) - order.state().pointsReturned());
        return new RefundPlan(amount, points, lines, overTenders(order, amount));
    }

    private static OrderedLine find(Order order, RefundPlan.Wish wish) {
        OrderedLine line = order.lines().stream()
                .filter(one -> one.lineId().equals(wish.lineId()))
                .findFirst()
                .orElseThrow(() -> RefundProblem.RETURN_LINE_UNKNOWN.with("line", wish.lineId()));
        if (NOT_RETURNABLE.contains(line.kind())) {
            throw RefundProblem.RETURN_NOT_POSSIBLE.with("name", line.name());
        }
        long left = line.quantity() - line.refundedQuantity();
        if (wish.quantity() > left || wish.quantity() < 1) {
            throw RefundProblem.RETURN_TOO_MUCH.with("name", line.name(), "left", left);
        }
        return line;
    }

    /** What has come back of a line's net amount after these pieces. */
    private static long shareOf(OrderedLine line, long pieces) {
        return Split.share(line.netMinor(), line.refundedQuantity() + pieces, line.quantity());
    }

    /** The points that have come back after these pieces: by the share of what points paid on each line. */
    private static long pointsAfter(Order order, Map<Integer, Long> returning) {
        long paidByPoints = 0;
        long back = 0;
        boolean all = true;
        for (OrderedLine line : order.lines()) {
            long pieces = line.refundedQuantity() + returning.getOrDefault(line.no(), 0L);
            paidByPoints += line.pointsMinor();
            back += Split.share(line.pointsMinor(), pieces, line.quantity());
            all &= pieces == line.quantity();
        }
        if (paidByPoints == 0) {
            return all ? order.amounts().pointsUsed() : 0;
        }
        return Split.share(order.amounts().pointsUsed(), back, paidByPoints);
    }

    private static List<RefundPlan.Part> overTenders(Order order, long amount) {
        long running = order.state().refundedMinor() + amount;
        long[] targets =
                targets(order.tenders().stream().mapToLong(PaidBy::amountMinor).toArray(), running);
        long left = amount;
        long[] parts = new long[targets.length];
        for (int i = 0; i < parts.length; i++) {
            PaidBy tender = order.tenders().get(i);
            parts[i] = Math.clamp(targets[i] - tender.refundedMinor(), 0, left);
            left -= parts[i];
        }
        // only where a refund was taken back meanwhile: the rest goes wherever there is room
        for (int i = 0; i < parts.length && left > 0; i++) {
            PaidBy tender = order.tenders().get(i);
            long more = Math.min(left, tender.amountMinor() - tender.refundedMinor() - parts[i]);
            parts[i] += more;
            left -= more;
        }
        List<RefundPlan.Part> result = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                PaidBy tender = order.tenders().get(i);
                result.add(new RefundPlan.Part(tender.no(), tender.kind(), parts[i]));
            }
        }
        return result;
    }

    /** How a running amount is spread: the first tender has its share, the second its share of the rest, and so on. */
    static long[] targets(long[] tenders, long running) {
        long[] targets = new long[tenders.length];
        long total = 0;
        for (long tender : tenders) {
            total += tender;
        }
        long rest = running;
        for (int i = 0; i < tenders.length; i++) {
            targets[i] = total == 0 ? 0 : Split.share(tenders[i], rest, total);
            rest -= targets[i];
            total -= tenders[i];
        }
        return targets;
    }

    /** Whether nothing is left of the order once these refunds, all of them done, have come back. */
    static boolean isFull(Order order, Map<Integer, Long> doneByLine) {
        Set<Integer> open = new HashSet<>();
        for (OrderedLine line : order.lines()) {
            if (doneByLine.getOrDefault(line.no(), 0L) < line.quantity()) {
                open.add(line.no());
            }
        }
        return open.isEmpty();
    }
}
