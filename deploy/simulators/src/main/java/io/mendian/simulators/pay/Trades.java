package io.mendian.simulators.pay;

import io.mendian.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All orders of the merchant. An out_trade_no is one order for ever: the same parameters again are the same order, others
 * are refused. Every change happens under this object's monitor, which refunds share.
 */
final class Trades {

    private static final Duration REVERSIBLE = Duration.ofDays(7);

    private final World world;
    private final Map<String, Trade> trades = new ConcurrentHashMap<>();
    private final Map<String, String> byTransaction = new ConcurrentHashMap<>();

    Trades(World world) {
        this.world = world;
        world.journal().restores("trade", Trade.class, this::put);
    }

    /** Places the order, or finds the one that was placed before with the same parameters. */
    synchronized Trade place(Trade.Wish wish) {
        Optional<Trade> known = find(wish.outTradeNo());
        if (known.isEmpty()) {
            return keep("placed", Trade.placed(wish));
        }
        Trade before = known.get();
        if (before.state().isPaid() && before.wish().type() != Trade.Type.MICROPAY) {
            throw new PayRefusal(400, "ORDERPAID", "该订单已支付");
        }
        if (before.state() == Trade.State.CLOSED) {
            throw new PayRefusal(400, "ORDER_CLOSED", "订单已关闭");
        }
        if (!before.wish().fingerprint().equals(wish.fingerprint())) {
            throw before.wish().type() == Trade.Type.MICROPAY
                    ? new PayRefusal(403, "OUT_TRADE_NO_USED", "商户订单号重复")
                    : PayRefusal.invalid("201 商户订单号重复");
        }
        return before;
    }

    Optional<Trade> find(String outTradeNo) {
        return Optional.ofNullable(trades.get(outTradeNo))
                .map(t -> t.at(world.clock().instant()));
    }

    Trade require(String outTradeNo) {
        return find(outTradeNo).orElseThrow(PayRefusal::noSuchOrder);
    }

    Trade requireTransaction(String transactionId) {
        return Optional.ofNullable(byTransaction.get(transactionId))
                .flatMap(this::find)
                .orElseThrow(PayRefusal::noSuchOrder);
    }

    Collection<Trade> all() {
        return List.copyOf(trades.values());
    }

    /** The payer pays; {@code coupon} fen of the total come from the channel. Refused unless the order is open. */
    synchronized Trade pay(String outTradeNo, String payer, long coupon) {
        Trade trade = requireOpen(outTradeNo);
        Instant now = world.clock().instant();
        long payerTotal = Math.max(0, trade.wish().total() - coupon);
        return keep("paid", trade.paid(Numbers.transactionId(now), payer, payerTotal, now));
    }

    /** The payment fails: a barcode payment ends, any other order stays payable. */
    synchronized Trade fail(String outTradeNo, String reason) {
        Trade trade = requireOpen(outTradeNo);
        boolean ends = trade.wish().type() == Trade.Type.MICROPAY;
        return keep("failed", trade.in(ends ? Trade.State.PAYERROR : Trade.State.NOTPAY, reason));
    }

    synchronized void close(String outTradeNo) {
        Trade trade = require(outTradeNo);
        if (trade.wish().type() == Trade.Type.MICROPAY) {
            throw PayRefusal.invalid("付款码支付订单请使用撤销接口");
        }
        if (trade.state().isPaid()) {
            throw new PayRefusal(400, "ORDERPAID", "该订单已支付");
        }
        if (trade.state() != Trade.State.CLOSED) { // closing twice is closing once
            keep("closed", trade.in(Trade.State.CLOSED));
        }
    }

    /** Takes a barcode payment back: an unpaid one can no longer be paid, a paid one is given back. */
    synchronized void reverse(String outTradeNo) {
        Trade trade = require(outTradeNo);
        if (trade.wish().type() != Trade.Type.MICROPAY) {
            throw PayRefusal.invalid("仅付款码支付订单可撤销");
        }
        if (trade.state() == Trade.State.REFUND) {
            throw new PayRefusal(403, "TRADE_ERROR", "订单已发起退款，不能撤销");
        }
        if (trade.wish().createdAt().plus(REVERSIBLE).isBefore(world.clock().instant())) {
            throw new PayRefusal(403, "TRADE_ERROR", "订单已超过7天，不能撤销");
        }
        if (trade.state() != Trade.State.REVOKED) {
            keep("reversed", trade.in(Trade.State.REVOKED));
        }
    }

    /** From the first refund on, the order's state says so. */
    synchronized void refunded(Trade trade) {
        if (trade.state() == Trade.State.SUCCESS) {
            keep("refunding", trade.in(Trade.State.REFUND));
        }
    }

    private Trade requireOpen(String outTradeNo) {
        Trade trade = require(outTradeNo);
        if (!trade.state().isOpen()) {
            throw new PayRefusal(409, "NOT_PAYABLE", "the order is " + trade.state());
        }
        return trade;
    }

    private Trade keep(String happening, Trade trade) {
        put(trade);
        world.journal().add("trade." + happening, trade);
        return trade;
    }

    private void put(Trade trade) {
        trades.put(trade.outTradeNo(), trade);
        if (!trade.outcome().transactionId().isEmpty()) {
            byTransaction.put(trade.outcome().transactionId(), trade.outTradeNo());
        }
    }
}
