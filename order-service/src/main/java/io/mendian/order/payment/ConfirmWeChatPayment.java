package io.mendian.order.payment;

import io.mendian.order.ordering.CoverByWeChat;
import io.mendian.order.payment.client.Trade;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books money that came by WeChat, told by a notification or an answer, however often. It covers its order, or it is
 * surplus when the order was cancelled or paid otherwise meanwhile; surplus is refunded by itself.
 */
@UseCase
public class ConfirmWeChatPayment {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmWeChatPayment.class);

    private final WeChatPayments payments;
    private final CoverByWeChat coverByWeChat;
    private final Clock clock;

    ConfirmWeChatPayment(WeChatPayments payments, CoverByWeChat coverByWeChat, Clock clock) {
        this.payments = payments;
        this.coverByWeChat = coverByWeChat;
        this.clock = clock;
    }

    /** What became of the money. */
    public enum Outcome {
        CAPTURED,
        SURPLUS,
        KNOWN_BEFORE,
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
            LOG.error(
                    "ALARM WeChat Pay tells of {} over {} {}, which is not what was asked for",
                    trade.outTradeNo(),
                    trade.totalMinor(),
                    trade.currency());
            return Outcome.NOT_OURS;
        }
        if (payment.status() == PaymentStatus.CAPTURED || payment.status() == PaymentStatus.SURPLUS) {
            return Outcome.KNOWN_BEFORE;
        }
        boolean covers =
                switch (coverByWeChat.cover(payment.order(), payment.amountMinor(), payment.outTradeNo())) {
                    case TAKEN, TAKEN_BEFORE -> true;
                    case NOT_NEEDED -> false;
                };
        PaymentStatus status = covers ? PaymentStatus.CAPTURED : PaymentStatus.SURPLUS;
        payments.paid(payment, status, trade.transactionId(), clock.instant());
        if (trade.payerMinor() >= 0 && trade.payerMinor() < payment.amountMinor()) {
            payments.payerPaid(payment.id(), trade.payerMinor());
        }
        return covers ? Outcome.CAPTURED : Outcome.SURPLUS;
    }
}
