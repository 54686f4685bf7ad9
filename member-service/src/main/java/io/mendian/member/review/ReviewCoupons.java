package io.mendian.member.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The coupons that reviews brought: OWED, GIVEN or REFUSED; TO_WITHDRAW, then WITHDRAWN when the line came back. */
@Repository
class ReviewCoupons {

    private final JdbcTemplate jdbc;

    ReviewCoupons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(long grantId, String reviewId, Instant now) {
        jdbc.update(
                "INSERT INTO review_coupon (grant_id, review_id, status, next_at) VALUES (?, ?, 'OWED', ?)",
                grantId,
                reviewId,
                Timestamp.from(now));
    }

    /** One whose line came back meanwhile stays to be withdrawn. */
    void end(long grantId, String status, String couponId) {
        jdbc.update("""
                UPDATE review_coupon SET status = CASE WHEN status = 'OWED' THEN ? ELSE status END,
                    coupon_id = NULLIF(?, '')
                WHERE grant_id = ?
                """, status, couponId, grantId);
    }

    void toWithdraw(String reviewId, Instant now) {
        jdbc.update("""
                UPDATE review_coupon SET status = 'TO_WITHDRAW', next_at = ?
                WHERE review_id = ? AND status IN ('OWED', 'GIVEN')
                """, Timestamp.from(now), reviewId);
    }

    /** Those to withdraw that were granted; one still owed waits for its grant. */
    List<Long> due(Instant now, int limit) {
        return jdbc.queryForList("""
                SELECT grant_id FROM review_coupon
                WHERE status = 'TO_WITHDRAW' AND next_at <= ? AND coupon_id IS NOT NULL ORDER BY next_at LIMIT ?
                """, Long.class, Timestamp.from(now), limit);
    }

    void withdrawn(long grantId) {
        jdbc.update(
                "UPDATE review_coupon SET status = 'WITHDRAWN' WHERE grant_id = ? AND status = 'TO_WITHDRAW'", grantId);
    }

    void later(long grantId, Instant next) {
        jdbc.update("UPDATE review_coupon SET next_at = ? WHERE grant_id = ?", Timestamp.from(next), grantId);
    }
}
