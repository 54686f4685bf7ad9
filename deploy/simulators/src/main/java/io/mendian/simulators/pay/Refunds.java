package io.mendian.simulators.pay;

import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All refunds. The refunds of an order never exceed what was paid; the same number with the same amounts is the same
 * refund; at most 50 per order, within 365 days, one minute apart.
 */
final class Refunds {

    /** A request for a refund, its parameters already checked one by one. */
    record Wish(String outRefundNo, Trade trade, long amount, long total, String reason, String notifyUrl) {}

    private static final int MOST = 50;
    private static final Duration WITHIN = Duration.ofDays(365);
    private static final Duration GAP = Duration.ofMinutes(1);

    private final World world;
    private final Trades trades;
    private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byTrade = new ConcurrentHashMap<>();

    Refunds(World world, Trades trades) {
        this.world = world;
        this.trades = trades;
        world.journal().restores("refund", Refund.class, this::put);
    }

    /** Whether the refund is new, or was accepted before and is only told again. */
    record Accepted(Refund refund, boolean isNew) {}

    Accepted accept(Wish wish) {
        synchronized (trades) {
            Refund before = refunds.get(wish.outRefundNo);
            if (before != null) {
                checkSame(before, wish);
                // a closed refund is tried again under its own number
                return before.status() == Refund.Status.CLOSED
                        ? new Accepted(start(wish), true)
                        : new Accepted(before, false);
            }
            return new Accepted(start(wish), true);
        }
    }

    Optional<Refund> find(String outRefundNo) {
        return Optional.ofNullable(refunds.get(outRefundNo));
    }

    Collection<Refund> all() {
        return List.copyOf(refunds.values());
    }

    /** Ends a refund that is still in process; what has ended stays as it is. */
    Optional<Refund> end(String outRefundNo, Refund.Status status) {
        synchronized (trades) {
            Refund refund = refunds.get(outRefundNo);
            if (refund == null || refund.status() == Refund.Status.SUCCESS || refund.status() == status) {
                return Optional.empty();
            }
            boolean done = status == Refund.Status.SUCCESS;
            return Optional.of(
                    keep("ended", refund.in(status, done ? world.clock().instant() : null)));
        }
    }

    private Refund start(Wish wish) {
        Trade trade = trades.require(wish.trade.outTradeNo());
        List<Refund> live = live(trade.outTradeNo(), wish.outRefundNo);
        long given = live.stream().mapToLong(Refund::amount).sum();
        Instant now = world.clock().instant();
        checkPaid(trade, wish, now);
        checkAmount(trade, wish, given);
        if (live.size() >= MOST) {
            throw PayRefusal.invalid("订单部分退款次数已达上限50次");
        }
        checkGap(live, now);
        trades.refunded(trade);
        long total = trade.wish().total();
        long payerTotal = trade.outcome().payerTotal();
        long payerRefund = share(given + wish.amount, payerTotal, total) - share(given, payerTotal, total);
        return keep(
                "accepted",
                new Refund(
                        wish.outRefundNo,
                        Numbers.refundId(now),
                        trade.outTradeNo(),
                        trade.outcome().transactionId(),
                        wish.amount,
                        total,
                        payerRefund,
                        Refund.Status.PROCESSING,
                        wish.reason,
                        wish.notifyUrl,
                        now,
                        null));
    }

    /** The payer's share of {@code amount}, half-up; computed on running totals, so that the parts end at the whole. */
    private static long share(long amount, long payerTotal, long total) {
        return Math.floorDiv(2 * Math.multiplyExact(amount, payerTotal) + total, 2 * total);
    }

    private List<Refund> live(String outTradeNo, String except) {
        return byTrade.getOrDefault(outTradeNo, Set.of()).stream()
                .filter(no -> !no.equals(except))
                .flatMap(no -> find(no).stream())
                .filter(r -> r.status() != Refund.Status.CLOSED)
                .sorted(Comparator.comparing(Refund::createdAt))
                .toList();
    }

    private static void checkSame(Refund before, Wish wish) {
        if (!before.outTradeNo().equals(wish.trade.outTradeNo())
                || before.amount() != wish.amount
                || before.total() != wish.total) {
            throw PayRefusal.invalid("订单金额或退款金额与之前请求不一致，请核实后再试");
        }
    }

    private static void checkPaid(Trade trade, Wish wish, Instant now) {
        Instant paidAt = trade.outcome().paidAt();
        if (!trade.state().isPaid() || paidAt == null) {
            throw PayRefusal.invalid("订单未支付，不能退款");
        }
        if (wish.total != trade.wish().total()) {
            throw PayRefusal.invalid("订单金额或退款金额与之前请求不一致，请核实后再试");
        }
        if (paidAt.plus(WITHIN).isBefore(now)) {
            throw PayRefusal.invalid("订单已经超过可退款的最大期限");
        }
    }

    private static void checkAmount(Trade trade, Wish wish, long given) {
        if (given >= trade.wish().total()) {
            throw PayRefusal.invalid("订单已全额退款");
        }
        if (given + wish.amount > trade.wish().total()) {
            throw PayRefusal.invalid("累计退款金额大于支付金额");
        }
    }

    private void checkGap(List<Refund> live, Instant now) {
        boolean tooSoon =
                !live.isEmpty() && now.isBefore(live.getLast().createdAt().plus(world.scaled(GAP)));
        if (tooSoon && world.faults().limits() == Faults.Limits.ON) {
            throw new PayRefusal(429, "FREQUENCY_LIMITED", "同一订单多次退款请间隔1分钟再试");
        }
    }

    private Refund keep(String happening, Refund refund) {
        put(refund);
        world.journal().add("refund." + happening, refund);
        return refund;
    }

    private void put(Refund refund) {
        refunds.put(refund.outRefundNo(), refund);
        byTrade.computeIfAbsent(refund.outTradeNo(), no -> ConcurrentHashMap.newKeySet())
                .add(refund.outRefundNo());
    }
}
