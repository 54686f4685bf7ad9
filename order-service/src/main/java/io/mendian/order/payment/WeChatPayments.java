package io.mendian.order.payment;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of payments by WeChat Pay. */
@Repository
public class WeChatPayments {

    private final JdbcClient jdbc;

    WeChatPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<WeChatPayment> find(long id) {
        return one("id = ?", id);
    }

    public Optional<WeChatPayment> byNumber(String outTradeNo) {
        return one("out_trade_no = ?", outTradeNo);
    }

    Optional<WeChatPayment> lockByNumber(String outTradeNo) {
        return one("out_trade_no = ? FOR UPDATE", outTradeNo);
    }

    Optional<WeChatPayment> openOf(OrderId order) {
        return one("open_order_id = ?", order.value());
    }

    private Optional<WeChatPayment> one(String condition, Object value) {
        return jdbc.sql("SELECT * FROM wechat_payment WHERE " + condition)
                .param(value)
                .query(WeChatPayments::payment)
                .optional();
    }

    /** Payments that are to be asked for at the provider now. */
    List<WeChatPayment> due(Instant now, int limit) {
        return jdbc.sql("SELECT * FROM wechat_payment WHERE next_poll_at <= ? ORDER BY next_poll_at LIMIT ?")
                .params(Timestamp.from(now), limit)
                .query(WeChatPayments::payment)
                .list();
    }

    /** Payments whose money is to go back. */
    public List<WeChatPayment> surplus(int limit) {
        return jdbc.sql("""
                        SELECT p.* FROM wechat_payment p
                        WHERE p.status = 'SURPLUS'
                          AND NOT EXISTS (SELECT 1 FROM refund_part r WHERE r.payment_id = p.id)
                        ORDER BY p.id LIMIT ?
                        """).param(limit).query(WeChatPayments::payment).list();
    }

    void insert(WeChatPayment payment, Instant firstPoll) {
        jdbc.sql("""
                        INSERT INTO wechat_payment (id, order_id, store_id, out_trade_no, mode, amount_minor, currency,
                            status, open_order_id, created_at, expires_at, polls, next_poll_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'CREATED', ?, ?, ?, 0, ?)
                        """)
                .params(
                        payment.id(),
                        payment.order().value(),
                        payment.store().value(),
                        payment.outTradeNo(),
                        payment.mode().name(),
                        payment.amountMinor(),
                        payment.currency(),
                        payment.order().value(),
                        Timestamp.from(payment.createdAt()),
                        Timestamp.from(payment.expiresAt()),
                        Timestamp.from(firstPoll))
                .update();
    }

    /** The provider was never asked for it. */
    void forget(long id) {
        int ignored = jdbc.sql("DELETE FROM wechat_payment WHERE id = ? AND status = 'CREATED'")
                .param(id)
                .update();
    }

    /** The provider knows the payment; nothing when it is paid or closed already. */
    void opened(long id, String handle) {
        int ignored = jdbc.sql(
                        "UPDATE wechat_payment SET status = 'OPEN', handle = ? WHERE id = ? AND status = 'CREATED'")
                .params(handle, id)
                .update();
    }

    /** Nobody can pay it any more; false when it was paid, or is being reversed. */
    boolean closed(long id, @Nullable String failure) {
        return jdbc.sql("""
                        UPDATE wechat_payment SET status = 'CLOSED', open_order_id = NULL, next_poll_at = NULL, failure = ?
                        WHERE id = ? AND status IN ('CREATED', 'OPEN')
                        """)
                        .param(failure == null ? null : failure.substring(0, Math.min(300, failure.length())))
                        .param(id)
                        .update()
                == 1;
    }

    /** A reversal is about to be asked for; false when the payment was booked or ended before. */
    boolean reversing(long id) {
        return jdbc.sql("""
                        UPDATE wechat_payment SET status = 'REVERSING'
                        WHERE id = ? AND status IN ('CREATED', 'OPEN', 'REVERSING')
                        """).param(id).update() == 1;
    }

    /** The provider has taken it back; nothing when that was known. */
    void reversed(long id) {
        int ignored = jdbc.sql("""
                        UPDATE wechat_payment SET status = 'REVERSED', open_order_id = NULL, next_poll_at = NULL
                        WHERE id = ? AND status = 'REVERSING'
                        """).param(id).update();
    }

    /** The provider will not take it back. */
    void notReversible(long id) {
        int ignored = jdbc.sql("UPDATE wechat_payment SET status = 'OPEN' WHERE id = ? AND status = 'REVERSING'")
                .param(id)
                .update();
    }

    /** The money is there. */
    void paid(WeChatPayment before, PaymentStatus status, @Nullable String transactionId, Instant now) {
        Guard.one(
                jdbc.sql("""
                        UPDATE wechat_payment SET status = ?, open_order_id = NULL, captured_order_id = ?,
                            transaction_id = ?, paid_at = ?, next_poll_at = NULL
                        WHERE id = ? AND status = ?
                        """)
                        .param(status.name())
                        .param(status == PaymentStatus.CAPTURED ? before.order().value() : null)
                        .param(transactionId)
                        .param(Timestamp.from(now))
                        .param(before.id())
                        .param(before.status().name())
                        .update(),
                () -> new ConcurrencyFailureException("payment " + before.id() + " changed meanwhile"));
    }

    /** A later step of the order is paid now: the earlier payment stays captured, but is not the one that pays it. */
    public void earlierStep(OrderId order) {
        int ignored = jdbc.sql(
                        "UPDATE wechat_payment SET captured_order_id = NULL WHERE order_id = ? AND status = 'CAPTURED'")
                .param(order.value())
                .update();
    }

    /** The order that the money covered ended unpaid: it goes back by itself. */
    public void notNeeded(OrderId order) {
        int ignored = jdbc.sql("""
                        UPDATE wechat_payment SET status = 'SURPLUS', captured_order_id = NULL
                        WHERE order_id = ? AND status = 'CAPTURED'
                        """).param(order.value()).update();
    }

    /** The payer's own money in a payment; the rest came from a coupon of the channel. */
    void payerPaid(long id, long payerMinor) {
        int ignored = jdbc.sql("UPDATE wechat_payment SET payer_minor = ? WHERE id = ? AND amount_minor >= ?")
                .params(payerMinor, id, payerMinor)
                .update();
    }

    void pollAgain(long id, Instant next) {
        int ignored = jdbc.sql("""
                        UPDATE wechat_payment SET polls = polls + 1, next_poll_at = ?
                        WHERE id = ? AND status IN ('CREATED', 'OPEN', 'REVERSING')
                        """).params(Timestamp.from(next), id).update();
    }

    private static WeChatPayment payment(ResultSet row, int n) throws SQLException {
        return new WeChatPayment(
                row.getLong("id"),
                OrderId.of(row.getLong("order_id")),
                StoreId.of(row.getLong("store_id")),
                row.getString("out_trade_no"),
                WeChatPayment.Mode.valueOf(row.getString("mode")),
                row.getLong("amount_minor"),
                row.getString("currency"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("handle"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("polls"));
    }
}
