package io.mendian.order.payment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What of WeChat payments may still go back. The guards stand in the statements: never more than came in, never more than
 * fifty refunds of a payment, never two of them within the provider's pause.
 */
@Repository
public class RefundablePayments {

    /** The provider's limit of partial refunds of a payment. */
    public static final int MOST_REFUNDS = 50;

    private final JdbcClient jdbc;

    RefundablePayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A payment as refunds see it; {@code payerMinor} is the payer's own money in it, the rest came from a coupon of the channel. */
    public record Refundable(
            String outTradeNo,
            long amountMinor,
            long payerMinor,
            long refundedMinor,
            int refunds,
            Instant paidAt,
            @Nullable Instant lastTurn) {}

    public Optional<Refundable> find(String outTradeNo) {
        return jdbc.sql("""
                        SELECT out_trade_no, amount_minor, COALESCE(payer_minor, amount_minor) AS payer_minor, refunded_minor,
                            refund_count, COALESCE(paid_at, created_at) AS paid_at, refund_turn_at
                        FROM wechat_payment WHERE out_trade_no = ?
                        """)
                .param(outTradeNo)
                .query((row, n) -> {
                    Timestamp turn = row.getTimestamp("refund_turn_at");
                    return new Refundable(
                            row.getString("out_trade_no"),
                            row.getLong("amount_minor"),
                            row.getLong("payer_minor"),
                            row.getLong("refunded_minor"),
                            row.getInt("refund_count"),
                            row.getTimestamp("paid_at").toInstant(),
                            turn == null ? null : turn.toInstant());
                })
                .optional();
    }

    /** Takes so much of a payment for a refund; false when it does not have it, or has been refunded too often. */
    public boolean reserve(String outTradeNo, long amountMinor) {
        return jdbc.sql("""
                        UPDATE wechat_payment SET refunded_minor = refunded_minor + ?, refund_count = refund_count + 1
                        WHERE out_trade_no = ? AND status IN ('CAPTURED', 'SURPLUS')
                          AND refunded_minor + ? <= amount_minor AND refund_count < ?
                        """)
                        .params(amountMinor, outTradeNo, amountMinor, MOST_REFUNDS)
                        .update()
                == 1;
    }

    /**
     * Gives back what a refund had taken and that goes another way; false when it had not taken so much. {@code whole}: the
     * provider never hears of this refund.
     */
    public boolean giveBack(String outTradeNo, long amountMinor, boolean whole) {
        return jdbc.sql("""
                        UPDATE wechat_payment SET refunded_minor = refunded_minor - ?, refund_count = refund_count - ?
                        WHERE out_trade_no = ? AND refunded_minor >= ?
                        """)
                        .params(amountMinor, whole ? 1 : 0, outTradeNo, amountMinor)
                        .update()
                == 1;
    }

    /** Takes the turn for a refund; false while another refund of the payment had its turn less than a pause ago. */
    public boolean takeTurn(String outTradeNo, long partId, Instant now, Duration pause) {
        return jdbc.sql("""
                        UPDATE wechat_payment SET refund_turn_at = ?, refund_turn_of = ?
                        WHERE out_trade_no = ?
                          AND (refund_turn_at IS NULL OR refund_turn_at <= ? OR refund_turn_of = ?)
                        """)
                        .params(Timestamp.from(now), partId, outTradeNo, Timestamp.from(now.minus(pause)), partId)
                        .update()
                == 1;
    }
}
