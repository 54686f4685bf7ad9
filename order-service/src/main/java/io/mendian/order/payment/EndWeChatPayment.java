package io.mendian.order.payment;

import io.mendian.order.payment.client.Trade;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
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

    /** True when nobody can pay it any more; false when it turned out to be paid. */
    public boolean end(WeChatPayment payment) {
        return payment.mode() == WeChatPayment.Mode.BARCODE ? isReversed(payment) : isClosed(payment);
    }

    private boolean isClosed(WeChatPayment payment) {
        if (!weChatPay.close(payment.outTradeNo())) {
            weChatPay.query(payment.outTradeNo()).filter(Trade::isPaid).ifPresent(this::book);
            return false;
        }
        CrashPoints.at("payment.wechat", "closed");
        boolean ignored = payments.closed(payment.id(), null);
        return true;
    }

    /**
     * A barcode payment cannot be closed, only reversed, and a reversal gives back what the payer has paid meanwhile. So it is
     * written down before it is asked for, and from then on no money of this payment is booked.
     */
    private boolean isReversed(WeChatPayment payment) {
        if (payment.status() != PaymentStatus.REVERSING) {
            Optional<Trade> trade = weChatPay.query(payment.outTradeNo());
            if (trade.filter(Trade::isPaid).isPresent()) {
                book(trade.get());
                return false;
            }
            if (trade.isEmpty() || trade.get().isOver()) {
                CrashPoints.at("payment.wechat", "closed");
                return payments.closed(payment.id(), null) || isOver(payment);
            }
            if (!payments.reversing(payment.id())) {
                return isOver(payment);
            }
            CrashPoints.at("payment.wechat", "reversing");
        }
        try {
            weChatPay.reverse(payment.outTradeNo());
        } catch (WeChatPayRefused e) {
            return isOverThough(payment, e);
        }
        CrashPoints.at("payment.wechat", "closed");
        payments.reversed(payment.id());
        return true;
    }

    /** The provider never takes this payment back, days later for example: what it says of it counts again. */
    private boolean isOverThough(WeChatPayment payment, WeChatPayRefused refusal) {
        payments.notReversible(payment.id());
        Trade trade = weChatPay.query(payment.outTradeNo()).orElseThrow(() -> refusal);
        if (trade.isPaid()) {
            book(trade);
            return false;
        }
        if (!trade.isOver()) {
            throw refusal;
        }
        return payments.closed(payment.id(), trade.state()) || isOver(payment);
    }

    /** Somebody else was faster: with its end, or with the money. */
    private boolean isOver(WeChatPayment payment) {
        PaymentStatus now = payments.find(payment.id()).orElseThrow().status();
        return now == PaymentStatus.CLOSED || now == PaymentStatus.REVERSED;
    }

    private void book(Trade trade) {
        if (weChatPay.isOurs(trade)) {
            ConfirmWeChatPayment.Outcome ignored = confirmWeChatPayment.confirm(trade);
        }
    }
}
