package io.mendian.member.review;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.BoughtLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of reviews and of their rule. A line of an order has one row; each move of it carries its guard. */
@Repository
class Reviews {

    static final String VIEW =
            "SELECT r.*, c.coupon_id FROM review r LEFT JOIN review_coupon c ON c.review_id = r.review_id ";

    private final JdbcTemplate jdbc;

    Reviews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    ReviewRule rule() {
        return jdbc.query(
                        "SELECT version, points, template_id, within_days FROM review_rule ORDER BY version DESC LIMIT 1",
                        (row, n) -> new ReviewRule(row.getLong(1), row.getInt(2), row.getString(3), row.getInt(4)))
                .getFirst();
    }

    void add(ReviewRule rule, String setBy, Instant now) {
        try {
            jdbc.update(
                    "INSERT INTO review_rule VALUES (?, ?, ?, ?, ?, ?)",
                    rule.version(),
                    rule.points(),
                    rule.templateId(),
                    rule.withinDays(),
                    setBy,
                    Timestamp.from(now));
        } catch (DuplicateKeyException e) {
            throw ReviewProblem.REVIEW_RULE_CHANGED_MEANWHILE.with();
        }
    }

    /** The row of a line as it is now; the member's account is locked. */
    Optional<ReviewView> lockLine(long orderId, String lineId) {
        return jdbc
                .query(VIEW + "WHERE r.order_id = ? AND r.line_id = ? FOR UPDATE", Reviews::view, orderId, lineId)
                .stream()
                .findFirst();
    }

    /** What may still be withdrawn of an order. */
    List<ReviewView> lockLive(long orderId) {
        return jdbc.query(
                VIEW + "WHERE r.order_id = ? AND r.status IN ('OPEN', 'APPROVED') ORDER BY r.review_id FOR UPDATE",
                Reviews::view,
                orderId);
    }

    Optional<ReviewView> find(long id) {
        return jdbc.query(VIEW + "WHERE r.review_id = ?", Reviews::view, id).stream()
                .findFirst();
    }

    void add(
            long id,
            long orderId,
            String lineId,
            MemberKey member,
            BoughtLine line,
            int stars,
            String text,
            Instant now) {
        jdbc.update(
                """
                INSERT INTO review (review_id, order_id, line_id, member_key, store_id, sku_id, item_name, stars, words,
                    status, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
                """,
                id,
                orderId,
                lineId,
                member.value(),
                line.store().value(),
                line.sku().value(),
                line.name().length() > 200 ? line.name().substring(0, 200) : line.name(),
                stars,
                text,
                Timestamp.from(now));
    }

    /** Written anew after a refusal. */
    boolean writeAgain(String id, int stars, String text, Instant now) {
        return jdbc.update("""
                        UPDATE review SET stars = ?, words = ?, status = 'OPEN', written_at = ?, decided_by = NULL,
                            decided_at = NULL, decision_reason = NULL
                        WHERE review_id = ? AND status = 'REFUSED'
                        """, stars, text, Timestamp.from(now), id) == 1;
    }

    boolean approve(String id, int points, String by, Instant now) {
        return jdbc.update("""
                        UPDATE review SET status = 'APPROVED', points = ?, decided_by = ?, decided_at = ?
                        WHERE review_id = ? AND status = 'OPEN'
                        """, points, by, Timestamp.from(now), id) == 1;
    }

    boolean refuse(String id, String reason, String by, Instant now) {
        return jdbc.update("""
                        UPDATE review SET status = 'REFUSED', decision_reason = ?, decided_by = ?, decided_at = ?
                        WHERE review_id = ? AND status = 'OPEN'
                        """, reason, by, Timestamp.from(now), id) == 1;
    }

    void withdraw(String id, Instant now) {
        int rows = jdbc.update("""
                UPDATE review SET status = 'WITHDRAWN', decided_at = ?
                WHERE review_id = ? AND status IN ('OPEN', 'APPROVED')
                """, Timestamp.from(now), id);
        if (rows != 1) {
            throw new IllegalStateException("review " + id + " was changed by somebody else");
        }
    }

    static ReviewView view(ResultSet row, int n) throws SQLException {
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        return new ReviewView(
                Long.toString(row.getLong("review_id")),
                Long.toString(row.getLong("member_key")),
                Long.toString(row.getLong("order_id")),
                row.getString("line_id"),
                Long.toString(row.getLong("store_id")),
                Long.toString(row.getLong("sku_id")),
                row.getString("item_name"),
                row.getInt("stars"),
                row.getString("words"),
                ReviewStatus.valueOf(row.getString("status")),
                row.getInt("points"),
                row.getString("coupon_id"),
                row.getTimestamp("written_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"));
    }
}
