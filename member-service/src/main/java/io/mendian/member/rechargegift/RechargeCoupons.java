package io.mendian.member.rechargegift;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The coupons that recharges gave: OWED, GIVEN or REFUSED; TO_WITHDRAW, then WITHDRAWN after a refund. */
@Repository
class RechargeCoupons {

    private final JdbcTemplate jdbc;

    RechargeCoupons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(long grantId, long orderId, String lineId, Instant now) {
        jdbc.update(
                "INSERT INTO recharge_coupon (grant_id, order_id, line_id, status, next_at) VALUES (?, ?, ?, 'OWED', ?)",
                grantId,
                orderId,
                lineId,
                Timestamp.from(now));
    }

    /** One whose recharge was refunded meanwhile stays to be withdrawn. */
    void end(long grantId, String status, String couponId) {
        jdbc.update("""
                UPDATE recharge_coupon SET status = CASE WHEN status = 'OWED' THEN ? ELSE status END,
                    coupon_id = NULLIF(?, '')
                WHERE grant_id = ?
                """, status, couponId, grantId);
    }

    void toWithdraw(long orderId, String lineId, Instant now) {
        jdbc.update("""
                UPDATE recharge_coupon SET status = 'TO_WITHDRAW', next_at = ?
                WHERE order_id = ? AND line_id = ? AND status IN ('OWED', 'GIVEN')
                """, Timestamp.from(now), orderId, lineId);
    }

    /** Those to withdraw that were granted; one still owed waits for its grant. */
    List<Long> due(Instant now, int limit) {
        return jdbc.queryForList("""
                SELECT grant_id FROM recharge_coupon
                WHERE status = 'TO_WITHDRAW' AND next_at <= ? AND coupon_id IS NOT NULL ORDER BY next_at LIMIT ?
                """, Long.class, Timestamp.from(now), limit);
    }

    void withdrawn(long grantId) {
        jdbc.update(
                "UPDATE recharge_coupon SET status = 'WITHDRAWN' WHERE grant_id = ? AND status = 'TO_WITHDRAW'",
                grantId);
    }

    void later(long grantId, Instant next) {
        jdbc.update("UPDATE recharge_coupon SET next_at = ? WHERE grant_id = ?", Timestamp.from(next), grantId);
    }
}
