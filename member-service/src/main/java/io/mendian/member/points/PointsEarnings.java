package io.mendian.member.points;

import io.mendian.member.accrual.Returned;
import io.mendian.member.accrual.Sold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of what orders earned. */
@Repository
class PointsEarnings {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    PointsEarnings(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(List<PointsEarning> earnings) {
        jdbc.batchUpdate(
                """
                INSERT INTO points_earning (order_id, member_key, rule_version, multiplier_permille, eligible_minor,
                    eligible_left_minor, points_earned, points_kept, earned_on, visited, sold)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                earnings.stream()
                        .map(earning -> new Object[] {
                            earning.orderId(),
                            earning.memberKey(),
                            earning.ruleVersion(),
                            earning.multiplierPermille(),
                            earning.eligibleMinor(),
                            earning.eligibleLeftMinor(),
                            earning.pointsEarned(),
                            earning.pointsKept(),
                            earning.earnedOn(),
                            earning.visited(),
                            earning.sold() == null ? null : json.writeValueAsString(earning.sold())
                        })
                        .toList());
    }

    Optional<PointsEarning> lock(long orderId) {
        return jdbc.query("SELECT * FROM points_earning WHERE order_id = ? FOR UPDATE", this::earning, orderId).stream()
                .findFirst();
    }

    private PointsEarning earning(ResultSet row, int n) throws SQLException {
        return new PointsEarning(
                row.getLong("order_id"),
                row.getLong("member_key"),
                row.getLong("rule_version"),
                row.getInt("multiplier_permille"),
                row.getLong("eligible_minor"),
                row.getLong("eligible_left_minor"),
                row.getLong("points_earned"),
                row.getLong("points_kept"),
                row.getObject("earned_on", LocalDate.class),
                row.getBoolean("visited"),
                read(row.getString("sold"), Sold.class),
                Optional.ofNullable(read(row.getString("returned"), Returned.class))
                        .orElse(Returned.NOTHING));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }

    /** What the member's orders of these days keep, whether committed a moment ago or not: the account is locked. */
    long kept(long memberKey, LocalDate from, LocalDate to) {
        return jdbc.queryForList("""
                        SELECT points_kept FROM points_earning
                        WHERE member_key = ? AND earned_on BETWEEN ? AND ? FOR UPDATE
                        """, Long.class, memberKey, from, to).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether an order of that day was rewarded for the visit and still is. */
    boolean visited(long memberKey, LocalDate day) {
        return !jdbc.queryForList("""
                        SELECT order_id FROM points_earning
                        WHERE member_key = ? AND earned_on = ? AND visited = TRUE AND points_kept > 0 FOR UPDATE
                        """, Long.class, memberKey, day).isEmpty();
    }

    void keep(PointsEarning was, Returned returned, long eligibleLeftMinor, long pointsKept) {
        int rows = jdbc.update(
                """
                UPDATE points_earning SET eligible_left_minor = ?, points_kept = ?, returned = ?
                WHERE order_id = ? AND eligible_left_minor = ? AND points_kept = ?
                """,
                eligibleLeftMinor,
                pointsKept,
                json.writeValueAsString(returned),
                was.orderId(),
                was.eligibleLeftMinor(),
                was.pointsKept());
        if (rows != 1) {
            throw new IllegalStateException("the earning of order " + was.orderId() + " was changed by somebody else");
        }
    }
}
