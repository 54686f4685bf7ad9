package io.mendian.member.hold;

import io.mendian.member.wallet.StoredValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of holds. A status changes only from the one that was read. */
@Repository
class Holds {

    private final JdbcTemplate jdbc;

    Holds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<HoldRow> find(long holdId) {
        return jdbc.query("SELECT * FROM asset_hold WHERE hold_id = ?", Holds::row, holdId).stream()
                .findFirst();
    }

    Optional<HoldRow> lock(long holdId) {
        return jdbc.query("SELECT * FROM asset_hold WHERE hold_id = ? FOR UPDATE", Holds::row, holdId).stream()
                .findFirst();
    }

    /** Refused when another member's hold has this id. */
    void add(HoldRow hold, boolean late, Instant now) {
        try {
            jdbc.update(
                    """
                    INSERT INTO asset_hold (hold_id, member_key, asked_points, asked_stored_minor, points, principal_minor,
                        bonus_minor, status, late, expires_at, made_at, ended_at, with_cards)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    hold.holdId(),
                    hold.memberKey(),
                    hold.askedPoints(),
                    hold.askedStoredMinor(),
                    hold.points(),
                    hold.stored().principalMinor(),
                    hold.stored().bonusMinor(),
                    hold.status().name(),
                    late,
                    Timestamp.from(hold.expiresAt()),
                    Timestamp.from(now),
                    late ? Timestamp.from(now) : null,
                    hold.withCards());
        } catch (DuplicateKeyException e) {
            throw HoldProblem.HOLD_DIFFERS.with();
        }
    }

    /** Ends a hold; false when it was not in that status any more. */
    boolean end(HoldRow hold, HoldStatus next, Instant now) {
        if (!hold.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "hold " + hold.holdId() + " may not go from " + hold.status() + " to " + next);
        }
        return jdbc.update(
                        "UPDATE asset_hold SET status = ?, ended_at = ? WHERE hold_id = ? AND status = ?",
                        next.name(),
                        Timestamp.from(now),
                        hold.holdId(),
                        hold.status().name())
                == 1;
    }

    /** Ends a hold late, with what could be taken after all. */
    void endLate(HoldRow hold, HoldStatus next, long points, StoredValue stored, Instant now) {
        if (!hold.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "hold " + hold.holdId() + " may not go from " + hold.status() + " to " + next);
        }
        int rows = jdbc.update(
                """
                UPDATE asset_hold SET status = ?, ended_at = ?, late = TRUE, with_cards = ?, points = ?, principal_minor = ?, bonus_minor = ?
                WHERE hold_id = ? AND status = ?
                """,
                next.name(),
                Timestamp.from(now),
                hold.withCards(),
                points,
                stored.principalMinor(),
                stored.bonusMinor(),
                hold.holdId(),
                hold.status().name());
        if (rows != 1) {
            throw new IllegalStateException("hold " + hold.holdId() + " was changed by somebody else");
        }
    }

    void giveBack(HoldRow hold, long points, StoredValue stored) {
        int rows = jdbc.update(
                """
                UPDATE asset_hold SET points_back = points_back + ?, principal_back_minor = principal_back_minor + ?,
                    bonus_back_minor = bonus_back_minor + ?
                WHERE hold_id = ? AND points_back + ? <= points AND principal_back_minor + ? <= principal_minor
                    AND bonus_back_minor + ? <= bonus_minor
                """,
                points,
                stored.principalMinor(),
                stored.bonusMinor(),
                hold.holdId(),
                points,
                stored.principalMinor(),
                stored.bonusMinor());
        if (rows != 1) {
            throw new IllegalStateException("more would come back than hold " + hold.holdId() + " took");
        }
    }

    private static HoldRow row(ResultSet row, int n) throws SQLException {
        return new HoldRow(
                row.getLong("hold_id"),
                row.getObject("member_key", Long.class),
                row.getLong("asked_points"),
                row.getLong("asked_stored_minor"),
                row.getLong("points"),
                new StoredValue(row.getLong("principal_minor"), row.getLong("bonus_minor")),
                row.getLong("points_back"),
                new StoredValue(row.getLong("principal_back_minor"), row.getLong("bonus_back_minor")),
                HoldStatus.valueOf(row.getString("status")),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("with_cards"));
    }
}
