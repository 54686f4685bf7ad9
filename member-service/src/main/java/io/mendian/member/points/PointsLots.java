package io.mendian.member.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The lots of members. Every change carries its guard. */
@Repository
class PointsLots {

    private static final String COLUMNS = """
        SELECT id, member_key, cause_type, cause_id, earned, remaining, held, usable_from, expires_at FROM points_lot
        """;

    private final JdbcTemplate jdbc;

    PointsLots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<PointsLot> lots) {
        jdbc.batchUpdate(
                """
                INSERT INTO points_lot
                    (id, member_key, cause_type, cause_id, earned, remaining, usable_from, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                lots.stream()
                        .map(lot -> new Object[] {
                            lot.id(),
                            lot.memberKey(),
                            lot.causeType(),
                            lot.causeId(),
                            lot.earned(),
                            lot.remaining(),
                            Timestamp.from(lot.usableFrom()),
                            Timestamp.from(lot.expiresAt())
                        })
                        .toList());
    }

    /** The member's lots that have not expired, usable or still pending; earliest expiry first. */
    List<PointsLot> valid(long memberKey, Instant now) {
        return jdbc.query(COLUMNS + """
            WHERE member_key = ? AND swept = FALSE AND expires_at > ? AND remaining > held
            ORDER BY expires_at, id FOR UPDATE
            """, PointsLots::lot, memberKey, Timestamp.from(now));
    }

    /** The member's lots that can be spent at this instant, whatever the timer has swept; earliest expiry first. */
    List<PointsLot> usable(long memberKey, Instant now) {
        return jdbc.query(COLUMNS + """
            WHERE member_key = ? AND swept = FALSE AND usable_from <= ? AND expires_at > ? AND remaining > held
            ORDER BY expires_at, id FOR UPDATE
            """, PointsLots::lot, memberKey, Timestamp.from(now), Timestamp.from(now));
    }

    /** Lots with free points: that of one order first, expired or not, then those that have not expired. */
    List<PointsLot> takeBackOrder(long memberKey, String orderId, Instant now) {
        return jdbc.query(COLUMNS + """
            WHERE member_key = ? AND remaining > held
                AND (expires_at > ? OR (cause_type = 'ORDER' AND cause_id = ?))
            ORDER BY CASE WHEN cause_type = 'ORDER' AND cause_id = ? THEN 0 ELSE 1 END, expires_at, id
            FOR UPDATE
            """, PointsLots::lot, memberKey, Timestamp.from(now), orderId, orderId);
    }

    /** Sets a claw-back against points of the order that expired unused; gives how many that were. */
    long setAgainstLapsed(long memberKey, String orderId, long points) {
        List<Long> lapsed = jdbc.queryForList("""
            SELECT lapsed FROM points_lot WHERE member_key = ? AND cause_type = 'ORDER' AND cause_id = ? FOR UPDATE
            """, Long.class, memberKey, orderId);
        long part = lapsed.isEmpty() ? 0 : Math.min(points, lapsed.getFirst());
        if (part > 0) {
            int rows = jdbc.update("""
                UPDATE points_lot SET lapsed = lapsed - ?
                WHERE member_key = ? AND cause_type = 'ORDER' AND cause_id = ? AND lapsed >= ?
                """, part, memberKey, orderId, part);
            if (rows != 1) {
                throw new IllegalStateException("the lot of order " + orderId + " was changed by somebody else");
            }
        }
        return part;
    }

    void take(PointsLot lot, long points) {
        one(
                jdbc.update(
                        "UPDATE points_lot SET remaining = remaining - ? WHERE id = ? AND remaining - held >= ?",
                        points,
                        lot.id(),
                        points),
                lot.id());
    }

    /** Lots that nobody was told of and that expire until the horizon, spent ones too. */
    List<PointsLot> toWarn(Instant now, Instant horizon, int limit) {
        return jdbc.query(COLUMNS + """
            WHERE warned = FALSE AND expires_at > ? AND expires_at <= ? ORDER BY expires_at, id LIMIT ?
            """, PointsLots::lot, Timestamp.from(now), Timestamp.from(horizon), limit);
    }

    void warned(List<PointsLot> lots) {
        jdbc.batchUpdate(
                "UPDATE points_lot SET warned = TRUE WHERE id = ?",
                lots.stream().map(lot -> new Object[] {lot.id()}).toList());
    }

    /** What of a member's points expires at this instant. */
    long expiringAt(long memberKey, Instant at) {
        Long points = jdbc.queryForObject(
                "SELECT COALESCE(SUM(remaining), 0) FROM points_lot WHERE member_key = ? AND swept = FALSE AND"
                        + " expires_at = ?",
                Long.class,
                memberKey,
                Timestamp.from(at));
        return points == null ? 0 : points;
    }

    /** Notes that the member is told; false when he was told of this due date before. */
    boolean addWarning(long memberKey, Instant expiresAt, long points, Instant now) {
        return jdbc.update(
                        "INSERT IGNORE INTO points_warning (member_key, expires_at, points, warned_at) VALUES (?, ?,"
                                + " ?, ?)",
                        memberKey,
                        Timestamp.from(expiresAt),
                        points,
                        Timestamp.from(now))
                == 1;
    }

    List<PointsLot> expired(Instant now, int limit) {
        return jdbc.query(
                COLUMNS + "WHERE swept = FALSE AND expires_at <= ? AND held = 0 ORDER BY expires_at LIMIT ?",
                PointsLots::lot,
                Timestamp.from(now),
                limit);
    }

    /** Empties an expired lot, once; gives what was left in it, nothing when somebody holds of it or was faster. */
    Optional<Long> sweep(long lotId) {
        List<Long> left = jdbc.queryForList(
                "SELECT remaining FROM points_lot WHERE id = ? AND swept = FALSE AND held = 0 FOR UPDATE",
                Long.class,
                lotId);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        one(jdbc.update("""
            UPDATE points_lot SET lapsed = remaining, remaining = 0, swept = TRUE
            WHERE id = ? AND swept = FALSE AND held = 0 AND remaining = ?
            """, lotId, left.getFirst()), lotId);
        return Optional.of(left.getFirst());
    }

    static void one(int rows, long lotId) {
        if (rows != 1) {
            throw new IllegalStateException("points lot " + lotId + " was changed by somebody else");
        }
    }

    private static PointsLot lot(ResultSet row, int n) throws SQLException {
        return new PointsLot(
                row.getLong("id"),
                row.getLong("member_key"),
                row.getString("cause_type"),
                row.getString("cause_id"),
                row.getLong("earned"),
                row.getLong("remaining"),
                row.getLong("held"),
                row.getTimestamp("usable_from").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
