package io.mendian.order.payment;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.payment.client.PayerClient;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Lets a payer pay the rest of an order by WeChat. An order has one open payment: asking again gives the same one, unless
 * the rest has changed; then the old one is closed at the provider first. Row, commit, call, save: the number never changes.
 */
@UseCase
public class StartWeChatPayment {

    private static final Duration FIRST_POLL = Duration.ofSeconds(3);

    private final OrderQueries orders;
    private final WeChatPayments payments;
    private final EndWeChatPayment endWeChatPayment;
    private final WeChatPay weChatPay;
    private final PayerClient payers;
    private final Clock clock;

    StartWeChatPayment(
            OrderQueries orders,
            WeChatPayments payments,
            EndWeChatPayment endWeChatPayment,
            WeChatPay weChatPay,
            PayerClient payers,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.endWeChatPayment = endWeChatPayment;
        this.weChatPay = weChatPay;
        this.payers = payers;
        this.clock = clock;
    }

    /** {@code paymentId} is the same for every try of one request; {@code byScan} shows a code instead of the mini-program. */
    public WeChatPaymentView start(long paymentId, OrderId orderId, boolean byScan, Caller caller) {
        Order order = orders.require(orderId, caller);
        if (order.status() != OrderStatus.PENDING_PAYMENT || order.remainingMinor() == 0) {
            throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", order.status());
        }
        if (!order.amounts().currency().equals("CNY")) {
            throw PaymentProblem.WECHAT_PAY_REFUSED.with(
                    "reason", order.amounts().currency());
        }
        if (!order.head().payUntil().isAfter(clock.instant())) {
            throw PaymentProblem.PAYMENT_DEADLINE_PASSED.with();
        }
        String openid = byScan ? null : openid(order.head().member());
        WeChatPayment.Mode mode = openid == null ? WeChatPayment.Mode.NATIVE : WeChatPayment.Mode.JSAPI;
        WeChatPayment payment = openPayment(paymentId, order, mode);
        CrashPoints.at("payment.wechat", "intent");
        try {
            return ask(payment, order, openid);
        } catch (WeChatPayUnknown e) {
            throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
        } catch (WeChatPayRefused e) {
            payments.closed(payment.id(), e.getMessage());
            throw PaymentProblem.WECHAT_PAY_REFUSED.with("reason", Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private WeChatPayment openPayment(long paymentId, Order order, WeChatPayment.Mode mode) {
        Optional<WeChatPayment> open = payments.openOf(order.id());
        if (open.isPresent()) {
            WeChatPayment found = open.get();
            if (found.amountMinor() == order.remainingMinor() && found.mode() == mode) {
                return found;
            }
            endOrRefuse(found);
        }
        Instant now = clock.instant();
        WeChatPayment payment = new WeChatPayment(
                paymentId,
                order.id(),
                order.head().store(),
                WeChatPayment.numberOf(paymentId),
                mode,
                order.remainingMinor(),
                order.amounts().currency(),
                PaymentStatus.CREATED,
                null,
                now,
                order.head().payUntil(),
                0);
        try {
            payments.insert(payment, now.plus(FIRST_POLL));
            return payment;
        } catch (DuplicateKeyException e) {
            // somebody else opened one for the same order just now, or this very request did before
            return payments.openOf(order.id())
                    .orElseThrow(() -> payments.find(paymentId).isPresent()
                            ? PaymentProblem.WECHAT_PAY_REFUSED.with("reason", "closed")
                            : PaymentProblem.WECHAT_PAY_UNAVAILABLE.with());
        }
    }

    private void endOrRefuse(WeChatPayment found) {
        try {
            if (!endWeChatPayment.end(found)) {
                throw OrderProblem.PAYMENT_NOT_NEEDED.with("status", OrderStatus.PAID);
            }
        } catch (WeChatPayUnknown | WeChatPayRefused e) {
            throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
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
