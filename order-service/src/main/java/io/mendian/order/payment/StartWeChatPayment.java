package io.mendian.order.payment;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.payment.client.PayerClient;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a payer pay the rest of an order by WeChat. An order has one open payment: asking again gives the same one, unless
 * the rest has changed; then the old one is closed at the provider first. Row, commit, call, save: the number never changes.
 */
@UseCase
public class StartWeChatPayment {

    private final OrderQueries orders;
    private final WeChatPayments payments;
    private final PaymentOpening opening;
    private final WeChatPay weChatPay;
    private final PayerClient payers;

    StartWeChatPayment(
            OrderQueries orders,
            WeChatPayments payments,
            PaymentOpening opening,
            WeChatPay weChatPay,
            PayerClient payers) {
        this.orders = orders;
        this.payments = payments;
        this.opening = opening;
        this.weChatPay = weChatPay;
        this.payers = payers;
    }

    /** {@code paymentId} is the same for every try of one request; {@code byScan} shows a code instead of the mini-program. */
    public WeChatPaymentView start(long paymentId, OrderId orderId, boolean byScan, Caller caller) {
        Order order = orders.require(orderId, caller);
        String openid = byScan ? null : openid(order.head().member());
        WeChatPayment.Mode mode = openid == null ? WeChatPayment.Mode.NATIVE : WeChatPayment.Mode.JSAPI;
        WeChatPayment payment = opening.open(paymentId, order, mode);
        CrashPoints.at("payment.wechat", "intent");
        try {
            return ask(payment, order, openid);
        } catch (WeChatPayUnknown e) {
            throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
        } catch (WeChatPayRefused e) {
            boolean ignored = payments.closed(payment.id(), e.getMessage());
            throw PaymentProblem.WECHAT_PAY_REFUSED.with("reason", Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private WeChatPaymentView ask(WeChatPayment payment, Order order, @Nullable String openid) {
        WeChatPay.Prepay prepay = new WeChatPay.Prepay(
                payment.outTradeNo(), "订单 " + order.head().no(), payment.amountMinor(), payment.expiresAt());
        boolean inApp = payment.mode() == WeChatPayment.Mode.JSAPI;
        String handle = payment.handle();
        if (handle == null) {
            handle = inApp ? weChatPay.jsapi(prepay, Objects.requireNonNull(openid)) : weChatPay.nativeCode(prepay);
            CrashPoints.at("payment.wechat", "asked");
            payments.opened(payment.id(), handle);
        }
        WeChatPayment now = payments.find(payment.id()).orElse(payment);
        return inApp
                ? WeChatPaymentView.of(now, weChatPay.call(handle), null)
                : WeChatPaymentView.of(now, null, handle);
    }

    private @Nullable String openid(@Nullable MemberKey member) {
        if (member == null) {
            return null;
        }
        try {
            return payers.payer(member.text()).openid();
        } catch (ProblemException e) {
            if (e.problem().status() == 404) {
                return null; // not known at WeChat: he scans a code
            }
            throw e;
        }
    }
}
