package io.mendian.simulators.pay;

import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulated WeChat Pay: its API v3, and what a payer does in his WeChat as methods. */
public final class WeChatPay implements AutoCloseable {

    private static final Duration REFUND_TAKES = Duration.ofSeconds(3);

    private final World world;
    private final ProviderKeys keys;
    private final PlatformCrypto crypto;
    private final PayViews views;
    private final Trades trades;
    private final Refunds refunds;
    private final Barcodes barcodes;
    private final Notifier notifier;

    public WeChatPay(World world, ProviderKeys keys) {
        this.world = world;
        this.keys = keys;
        this.crypto = new PlatformCrypto(keys);
        this.views = new PayViews(keys);
        this.trades = new Trades(world);
        this.refunds = new Refunds(world, trades);
        this.barcodes = new Barcodes(world);
        this.notifier = new Notifier(world, keys, crypto);
    }

    public void register(Routes routes) {
        PayGate gate = new PayGate(world, keys, crypto);
        new OrderRoutes(world, keys, views, trades, this).register(routes, gate);
        new BarcodeRoutes(world, keys, views, trades, barcodes, this).register(routes, gate);
        new RefundRoutes(keys, views, trades, refunds, this).register(routes, gate);
        new BillRoutes(new Bills(world, keys, trades, refunds), keys, crypto).register(routes, gate);
    }

    /** Takes up what an earlier run left open: notifications to repeat, refunds to end. */
    public void resume() {
        notifier.resume();
        refunds.all().stream()
                .filter(r -> r.status() == Refund.Status.PROCESSING)
                .forEach(this::endRefundLater);
    }

    /** A payer pays an order; {@code coupon} fen come from the channel. The merchant is notified. */
    public Trade pay(String outTradeNo, String payer, long coupon) {
        Trade open = trades.require(outTradeNo);
        String who = !payer.isEmpty()
                ? payer
                : open.wish().openid().isEmpty() ? "o-somebody" : open.wish().openid();
        Trade paid = trades.pay(outTradeNo, who, coupon);
        notice(paid).ifPresent(notifier::send);
        return paid;
    }

    /** A payment fails. A barcode payment ends by this, any other order stays payable. */
    public Trade fail(String outTradeNo, String reason) {
        return trades.fail(outTradeNo, reason);
    }

    public Optional<Trade> trade(String outTradeNo) {
        return trades.find(outTradeNo);
    }

    /** The open order that a mini-program pays by its prepay_id, or a scanner by its code_url. */
    public Optional<Trade> byHandle(String handle) {
        return trades.all().stream()
                .filter(t -> t.wish().handle().equals(handle))
                .findAny();
    }

    /** A payer shows his barcode; {@code afterMillis} after the charge a USERPAYING ends, by default 5 s of the provider's time. */
    public String barcode(String payer, String behaviour, @Nullable Long afterMillis) {
        Barcodes.Behaviour chosen = behaviour.isEmpty()
                ? Barcodes.Behaviour.SUCCESS
                : Barcodes.Behaviour.valueOf(behaviour.toUpperCase(Locale.ROOT).replace('-', '_'));
        long after = afterMillis != null
                ? afterMillis
                : world.scaled(Duration.ofSeconds(5)).toMillis();
        return barcodes.issue(payer.isEmpty() ? "o-somebody" : payer, chosen, after)
                .authCode();
    }

    /** Ends a refund that hangs in process, or repairs an abnormal one; empty when there is nothing to change. */
    public Optional<Refund> endRefund(String outRefundNo, Refund.Status status) {
        Optional<Refund> ended = refunds.end(outRefundNo, status);
        ended.flatMap(this::notice).ifPresent(notifier::send);
        return ended;
    }

    public Optional<Refund> refund(String outRefundNo) {
        return refunds.find(outRefundNo);
    }

    /** All notifications with their progress. */
    public List<? extends Record> notifications() {
        return notifier.all();
    }

    /** Delivers a notification once more; false when there is none with this id. */
    public boolean notifyAgain(String notificationId) {
        return notifier.again(notificationId);
    }

    /** Whether {@code signature} is the merchant's over {@code message}, as a payer's WeChat checks before it pays. */
    public boolean isByMerchant(String message, String signature) {
        return crypto.isByMerchant(message, signature);
    }

    public Totals totals() {
        List<Trade> paid = trades.all().stream()
                .filter(t -> t.outcome().paidAt() != null && t.state() != Trade.State.REVOKED)
                .toList();
        List<Refund> done = refunds.all().stream()
                .filter(r -> r.status() == Refund.Status.SUCCESS)
                .toList();
        return new Totals(
                paid.size(),
                paid.stream().mapToLong(t -> t.wish().total()).sum(),
                done.size(),
                done.stream().mapToLong(Refund::amount).sum());
    }

    /** The provider's own sums in fen, to compare the merchant's with. */
    public record Totals(int payments, long paid, int refunds, long refunded) {}

    @Override
    public void close() {
        notifier.close();
    }

    /** An order was placed; with the fault {@code notify: early} it is paid and told before the merchant has our answer. */
    void placed(Trade trade) {
        boolean early = world.faults().notifications() == Faults.Notify.EARLY;
        if (early && trade.state() == Trade.State.NOTPAY) {
            String payer = trade.wish().openid().isEmpty()
                    ? "o-somebody"
                    : trade.wish().openid();
            notice(trades.pay(trade.outTradeNo(), payer, 0)).ifPresent(notifier::sendAndWait);
        }
    }

    /** A refund was accepted; it ends a little later, or as the fault in force wants it. */
    Refund accepted(Refund refund) {
        switch (world.faults().refund()) {
            case PROCESSING -> {
                // stays so until the control interface ends it
            }
            case NOTIFY_BEFORE_ANSWER ->
                refunds.end(refund.outRefundNo(), Refund.Status.SUCCESS)
                        .flatMap(this::notice)
                        .ifPresent(notifier::sendAndWait);
            case NORMAL, ABNORMAL -> endRefundLater(refund);
        }
        return refund;
    }

    private void endRefundLater(Refund refund) {
        boolean abnormal = world.faults().refund() == Faults.Refund.ABNORMAL;
        world.background(() -> {
            world.clock().sleep(world.scaled(REFUND_TAKES));
            if (refunds.find(refund.outRefundNo())
                    .filter(r -> r.status() == Refund.Status.PROCESSING)
                    .isPresent()) {
                endRefund(refund.outRefundNo(), abnormal ? Refund.Status.ABNORMAL : Refund.Status.SUCCESS);
            }
        });
    }

    private Optional<Notification> notice(Trade trade) {
        return Notices.of(trade, views, world.clock().instant());
    }

    private Optional<Notification> notice(Refund refund) {
        return Notices.of(
                refund,
                trades.require(refund.outTradeNo()),
                views,
                world.clock().instant());
    }
}
