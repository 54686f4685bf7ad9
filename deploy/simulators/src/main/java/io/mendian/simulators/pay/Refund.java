package io.mendian.simulators.pay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One refund of a trade, in fen. {@code payerRefund} is the payer's own share when he had used a coupon of the channel. */
public record Refund(
        String outRefundNo,
        String refundId,
        String outTradeNo,
        String transactionId,
        long amount,
        long total,
        long payerRefund,
        Status status,
        String reason,
        String notifyUrl,
        Instant createdAt,
        @Nullable Instant doneAt) {

    /** WeChat Pay's refund status. */
    public enum Status {
        PROCESSING,
        SUCCESS,
        ABNORMAL,
        CLOSED
    }

    Refund in(Status next, @Nullable Instant at) {
        return new Refund(
                outRefundNo,
                refundId,
                outTradeNo,
                transactionId,
                amount,
                total,
                payerRefund,
                next,
                reason,
                notifyUrl,
                createdAt,
                at);
    }
}
