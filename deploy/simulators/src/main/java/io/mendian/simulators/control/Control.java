package io.mendian.simulators.control;

import io.mendian.simulators.pay.Refund;
import io.mendian.simulators.pay.Trade;
import io.mendian.simulators.pay.WeChatPay;
import io.mendian.simulators.sms.SmsMessage;
import io.mendian.simulators.sms.SmsProvider;
import io.mendian.simulators.wechat.WeChat;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.Journal;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What tests and the demo do to the simulated world: people's acts, faults, time. The same orders are there over HTTP
 * under {@code /_sim/}. Empty texts stand for "somebody" or "as usual".
 */
public final class Control {

    /** The order does not fit the state of things. */
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /** The providers' time and how far it is from the machine's. */
    public record Clock(Instant now, long offsetMillis) {}

    private final World world;
    private final WeChat weChat;
    private final WeChatPay pay;
    private final SmsProvider sms;

    public Control(World world, WeChat weChat, WeChatPay pay, SmsProvider sms) {
        this.world = world;
        this.weChat = weChat;
        this.pay = pay;
        this.sms = sms;
    }

    public WeChat.Login loginCode(String openid) {
        return weChat.login(openid);
    }

    /** {@code phone} is E.164, such as +8613800138000. */
    public String phoneCode(String phone) {
        if (phone.isBlank()) {
            throw new IllegalArgumentException("phone is missing");
        }
        return weChat.phoneCode(phone);
    }

    public int consent(String openid, String templateId, int times) {
        return weChat.consent(openid, templateId, times);
    }

    public List<? extends Record> messages(String openid) {
        return weChat.messagesTo(openid);
    }

    public List<SmsMessage> sms(String phone) {
        return sms.inbox(phone);
    }

    /** The payer pays the order, {@code coupon} fen of it by a coupon of the channel. */
    public Trade pay(String outTradeNo, String payer, long coupon) {
        requireOpen(outTradeNo);
        return pay.pay(outTradeNo, payer, coupon);
    }

    public Trade fail(String outTradeNo, String reason) {
        requireOpen(outTradeNo);
        return pay.fail(outTradeNo, reason.isEmpty() ? "支付失败" : reason);
    }

    /**
     * The mini-program's {@code wx.requestPayment}: checks the merchant's paySign over appId, timeStamp, nonceStr and
     * package as the payer's WeChat does, then pays.
     */
    public Trade requestPayment(JsonNode call) {
        String packed = call.path("package").asString("");
        String message =
                call.path("appId").asString("") + "\n" + call.path("timeStamp").asString("") + "\n"
                        + call.path("nonceStr").asString("") + "\n" + packed + "\n";
        if (!pay.isByMerchant(message, call.path("paySign").asString(""))) {
            throw new Refused("requestPayment:fail 支付验证签名失败");
        }
        Trade trade = pay.byHandle(packed.replace("prepay_id=", ""))
                .orElseThrow(() -> new Refused("requestPayment:fail no such prepay_id"));
        return pay(trade.outTradeNo(), call.path("payer").asString(""), 0);
    }

    public String barcode(String payer, String behaviour, @Nullable Long afterMillis) {
        return pay.barcode(payer, behaviour, afterMillis);
    }

    public Trade trade(String outTradeNo) {
        return pay.trade(outTradeNo).orElseThrow(() -> new Refused("no order " + outTradeNo));
    }

    public Refund refund(String outRefundNo) {
        return pay.refund(outRefundNo).orElseThrow(() -> new Refused("no refund " + outRefundNo));
    }

    /** Ends a refund: SUCCESS, ABNORMAL or CLOSED. */
    public Refund settleRefund(String outRefundNo, String status) {
        Refund.Status wanted =
                status.isEmpty() ? Refund.Status.SUCCESS : Refund.Status.valueOf(status.toUpperCase(Locale.ROOT));
        if (wanted == Refund.Status.PROCESSING) {
            throw new IllegalArgumentException("status is not one of SUCCESS, ABNORMAL, CLOSED");
        }
        return pay.endRefund(outRefundNo, wanted)
                .orElseThrow(() -> new Refused("refund " + outRefundNo + " is unknown or has ended"));
    }

    public List<? extends Record> notifications() {
        return pay.notifications();
    }

    public boolean resend(String notificationId) {
        return pay.notifyAgain(notificationId);
    }

    public WeChatPay.Totals totals() {
        return pay.totals();
    }

    public Faults faults() {
        return world.faults();
    }

    /** Sets the named faults, e.g. {@code {"notify": "duplicate"}}; what is not named is normal. */
    public Faults setFaults(JsonNode wanted) {
        return setFaults(Faults.of(wanted));
    }

    public Faults setFaults(Faults wanted) {
        world.switches().set(wanted);
        return wanted;
    }

    public Faults clearFaults() {
        return setFaults(Faults.NONE);
    }

    public Clock clock() {
        return new Clock(world.clock().instant(), world.clock().offset().toMillis());
    }

    /** Puts the providers' clock {@code offsetMillis} before (or, negative, behind) the machine's. */
    public Clock moveClock(long offsetMillis) {
        world.clock().setOffset(Duration.ofMillis(offsetMillis));
        return clock();
    }

    public List<Journal.Entry> journal(String kind, long after, int limit) {
        return world.journal().entries(kind, after, limit);
    }

    private void requireOpen(String outTradeNo) {
        Trade trade = trade(outTradeNo);
        switch (trade.state()) {
            case NOTPAY, USERPAYING -> {
                // can be paid
            }
            case SUCCESS, REFUND, CLOSED, REVOKED, PAYERROR ->
                throw new Refused("order " + outTradeNo + " is " + trade.state());
        }
    }
}
