package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of adjustments. An adjustment is decided once, and never by whoever asked for it. */
@Repository
class Adjustments {

    private final JdbcTemplate jdbc;

    Adjustments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(long id, MemberKey member, long points, String reason, String by, Instant now) {
        jdbc.update("""
                INSERT INTO points_adjustment (adjustment_id, member_key, points, reason, status, requested_by, requested_at)
                VALUES (?, ?, ?, ?, 'OPEN', ?, ?)
                """, id, member.value(), points, reason, by, Timestamp.from(now));
    }

    Optional<AdjustmentView> find(long id) {
        return jdbc.query("SELECT * FROM points_adjustment WHERE adjustment_id = ?", Adjustments::view, id).stream()
                .findFirst();
    }

    /** False when it was decided before, or by the one who asked. */
    boolean decide(long id, String status, String by, @Nullable String reason, Instant now) {
        return jdbc.update("""
                        UPDATE points_adjustment SET status = ?, decided_by = ?, decided_at = ?, decision_reason = ?
                        WHERE adjustment_id = ? AND status = 'OPEN' AND requested_by <> ?
                        """, status, by, Timestamp.from(now), reason, id, by) == 1;
    }

    /** Newest first; every status when null. */
    List<AdjustmentView> list(@Nullable String status, long before, int limit) {
        return jdbc.query("""
                SELECT * FROM points_adjustment WHERE (? IS NULL OR status = ?) AND adjustment_id < ?
                ORDER BY adjustment_id DESC LIMIT ?
                """, Adjustments::view, status, status, before, limit);
    }

    private static AdjustmentView view(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new AdjustmentView(
                Long.toString(row.getLong("adjustment_id")),
                Long.toString(row.getLong("member_key")),
                row.getLong("points"),
                row.getString("reason"),
                row.getString("status"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"));
    }
}
