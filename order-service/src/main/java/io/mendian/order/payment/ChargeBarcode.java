package io.mendian.order.payment;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.payment.client.Trade;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Objects;

/**
 * Charges the barcode that a payer shows for the rest of an order. While an earlier scan is open a second one charges
 * nothing; a result that is not known is asked for until it is.
 */
@UseCase
public class ChargeBarcode {

    private final OrderQueries orders;
    private final PaymentOpening opening;
    private final WeChatPayments payments;
    private final WeChatPay weChatPay;
    private final ConfirmWeChatPayment confirmWeChatPayment;

    ChargeBarcode(
            OrderQueries orders,
            PaymentOpening opening,
            WeChatPayments payments,
            WeChatPay weChatPay,
            ConfirmWeChatPayment confirmWeChatPayment) {
        this.orders = orders;
        this.opening = opening;
        this.payments = payments;
        this.weChatPay = weChatPay;
        this.confirmWeChatPayment = confirmWeChatPayment;
    }

    /** {@code paymentId} is the same for every try of one request. The barcode is good for one payment and never kept. */
    public WeChatPaymentView charge(long paymentId, OrderId orderId, String authCode, Caller caller) {
        Order order = orders.require(orderId, caller);
        WeChatPayment payment = opening.open(paymentId, order, WeChatPayment.Mode.BARCODE);
        if (payment.id() == paymentId) {
            CrashPoints.at("payment.barcode", "intent");
            ask(payment, order, authCode);
        }
        return WeChatPaymentView.of(payments.find(payment.id()).orElseThrow(), null, null);
    }

    private void ask(WeChatPayment payment, Order order, String authCode) {
        WeChatPay.Prepay prepay = new WeChatPay.Prepay(
                payment.outTradeNo(), "订单 " + order.head().no(), payment.amountMinor(), payment.expiresAt());
        try {
            Trade trade = weChatPay.charge(prepay, authCode, payment.store().text());
            CrashPoints.at("payment.barcode", "asked");
            if (trade.isPaid() && weChatPay.isOurs(trade)) {
                ConfirmWeChatPayment.Outcome ignored = confirmWeChatPayment.confirm(trade);
            } else {
                payments.opened(payment.id(), "barcode");
            }
        } catch (WeChatPayUnknown e) {
            throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
        } catch (WeChatPayRefused e) {
            boolean ignored = payments.closed(payment.id(), e.getMessage());
            throw PaymentProblem.WECHAT_PAY_REFUSED.with("reason", Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }
}
