package io.mendian.order.payment;

import io.mendian.order.payment.client.Trade;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import java.util.Optional;

/** Makes an open payment impossible to pay; one that was paid already is booked instead. Calls the provider. */
@UseCase
public class EndWeChatPayment {

    private final WeChatPayments payments;
    private final WeChatPay weChatPay;
    private final ConfirmWeChatPayment confirmWeChatPayment;

    EndWeChatPayment(WeChatPayments payments, WeChatPay weChatPay, ConfirmWeChatPayment confirmWeChatPayment) {
        this.payments = payments;
        this.weChatPay = weChatPay;
        this.confirmWeChatPayment = confirmWeChatPayment;
    }

    /** True when it is closed now; false when it turned out to be paid. */
    public boolean end(WeChatPayment payment) {
        if (payment.mode() == WeChatPayment.Mode.BARCODE ? reversed(payment) : weChatPay.close(payment.outTradeNo())) {
            CrashPoints.at("payment.wechat", "closed");
            payments.closed(payment.id(), null);
            return true;
        }
        Optional<Trade> trade = weChatPay.query(payment.outTradeNo());
        if (trade.isPresent() && trade.get().isPaid() && weChatPay.isOurs(trade.get())) {
            ConfirmWeChatPayment.Outcome ignored = confirmWeChatPayment.confirm(trade.get());
        }
        return false;
    }

    /** A barcode payment cannot be closed, only reversed; one that was paid a moment before is given back by that. */
    private boolean reversed(WeChatPayment payment) {
        Optional<Trade> trade = weChatPay.query(payment.outTradeNo());
        if (trade.isPresent() && trade.get().isPaid()) {
            return false;
        }
        if (trade.isPresent() && !trade.get().isOver()) {
            weChatPay.reverse(payment.outTradeNo());
        }
        return true;
    }
}
