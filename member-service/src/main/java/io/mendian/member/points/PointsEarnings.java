package io.mendian.member.points;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of what orders earned. */
@Repository
class PointsEarnings {

    private final JdbcTemplate jdbc;

    PointsEarnings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<PointsEarning> earnings) {
        jdbc.batchUpdate(
                """
                INSERT INTO points_earning (order_id, member_key, rule_version, multiplier_permille, eligible_minor,
                    eligible_left_minor, points_earned, points_kept)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
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
                            earning.pointsKept()
                        })
                        .toList());
    }

    Optional<PointsEarning> lock(long orderId) {
        return jdbc
                .query(
                        "SELECT * FROM points_earning WHERE order_id = ? FOR UPDATE",
                        (row, n) -> new PointsEarning(
                                row.getLong("order_id"),
                                row.getLong("member_key"),
                                row.getLong("rule_version"),
                                row.getInt("multiplier_permille"),
                                row.getLong("eligible_minor"),
                                row.getLong("eligible_left_minor"),
                                row.getLong("points_earned"),
                                row.getLong("points_kept")),
                        orderId)
                .stream()
                .findFirst();
    }

    void keep(PointsEarning was, long eligibleLeftMinor, long pointsKept) {
        int rows = jdbc.update(
                """
                UPDATE points_earning SET eligible_left_minor = ?, points_kept = ?
                WHERE order_id = ? AND eligible_left_minor = ? AND points_kept = ?
                """, eligibleLeftMinor, pointsKept, was.orderId(), was.eligibleLeftMinor(), was.pointsKept());
        if (rows != 1) {
            throw new IllegalStateException("the earning of order " + was.orderId() + " was changed by somebody else");
        }
    }
}
