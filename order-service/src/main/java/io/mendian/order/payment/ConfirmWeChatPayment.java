package io.mendian.order.payment;

import io.mendian.order.ordering.CoverByWeChat;
import io.mendian.order.payment.client.Trade;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books money that came by WeChat, told by a notification or an answer, however often. It covers its order, or it is
 * surplus when the order was cancelled or paid otherwise meanwhile; surplus is refunded by itself.
 */
@UseCase
public class ConfirmWeChatPayment {

    /** Raised where the provider tells of money that is not what was asked for; never booked. */
    static final String ALARM = "WECHAT_PAY_NOT_AS_ASKED";

    private final WeChatPayments payments;
    private final CoverByWeChat coverByWeChat;
    private final Alarms alarms;
    private final Clock clock;

    ConfirmWeChatPayment(WeChatPayments payments, CoverByWeChat coverByWeChat, Alarms alarms, Clock clock) {
        this.payments = payments;
        this.coverByWeChat = coverByWeChat;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** What became of the money. */
    public enum Outcome {
        CAPTURED,
        SURPLUS,
        KNOWN_BEFORE,
        /** It goes back to the payer by a reversal, or has gone; nothing was booked. */
        REVERSED,
        /** Not a payment of ours, or another amount or currency: nothing was booked, an alarm was raised. */
        NOT_OURS
    }

    /** {@code trade} is paid and of this merchant's app. */
    @Transactional
    public Outcome confirm(Trade trade) {
        WeChatPayment payment = payments.lockByNumber(trade.outTradeNo()).orElse(null);
        if (payment == null
                || payment.amountMinor() != trade.totalMinor()
                || !payment.currency().equals(trade.currency())) {
            Long asked = payment == null ? null : payment.amountMinor();
            alarms.raise(
                    ALARM,
                    trade.outTradeNo(),
                    Map.of(
                            "toldMinor", trade.totalMinor(),
                            "toldCurrency", trade.currency(),
                            "askedMinor", asked == null ? "unknown number" : asked));
            return Outcome.NOT_OURS;
        }
        if (payment.status() == PaymentStatus.CAPTURED || payment.status() == PaymentStatus.SURPLUS) {
            return Outcome.KNOWN_BEFORE;
        }
        if (payment.status() == PaymentStatus.REVERSING || payment.status() == PaymentStatus.REVERSED) {
            return Outcome.REVERSED;
        }
        boolean covers =
                switch (coverByWeChat.cover(payment.order(), payment.amountMinor(), payment.outTradeNo())) {
                    case TAKEN, TAKEN_BEFORE -> true;
                    case NOT_NEEDED -> false;
                };
        PaymentStatus status = covers ? PaymentStatus.CAPTURED : PaymentStatus.SURPLUS;
        payments.paid(payment, status, trade.transactionId(), clock.instant());
        alarms.clear(ALARM, trade.outTradeNo());
        if (trade.payerMinor() >= 0 && trade.payerMinor() < payment.amountMinor()) {
            payments.payerPaid(payment.id(), trade.payerMinor());
        }
        return covers ? Outcome.CAPTURED : Outcome.SURPLUS;
    }
}
