package io.mendian.member.level;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of members' standings and of their level history. */
@Repository
class Standings {

    private static final String COLUMNS = """
            SELECT member_key, level_code, granted_code, spend_minor, order_count, points_earned, recharge_minor, changes,
                ladder_version, since
            FROM level_standing
            """;

    /** One step of a member's level history. */
    record Step(Standing before, Standing after, String causeType, String causeId) {}

    private final JdbcTemplate jdbc;

    Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Standing> find(long memberKey) {
        return jdbc.query(COLUMNS + "WHERE member_key = ?", Standings::standing, memberKey).stream()
                .findFirst();
    }

    /** Locks the standings of members in the order of their keys; makes those that do not exist yet. */
    Map<Long, Standing> lock(Collection<Long> memberKeys, Ladder ladder, Instant now) {
        TreeSet<Long> keys = new TreeSet<>(memberKeys);
        jdbc.batchUpdate(
                """
                INSERT INTO level_standing (member_key, level_code, ladder_version, since) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE member_key = member_key
                """,
                keys.stream()
                        .map(key -> new Object[] {key, ladder.base().code(), ladder.version(), Timestamp.from(now)})
                        .toList());
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        Map<Long, Standing> standings = new TreeMap<>();
        jdbc.query(
                        COLUMNS + "WHERE member_key IN (" + marks + ") ORDER BY member_key FOR UPDATE",
                        Standings::standing,
                        keys.toArray())
                .forEach(standing -> standings.put(standing.memberKey(), standing));
        return standings;
    }

    List<Long> notYetOn(long ladderVersion, int limit) {
        return jdbc.queryForList(
                "SELECT member_key FROM level_standing WHERE ladder_version < ? ORDER BY ladder_version, member_key LIMIT ?",
                Long.class,
                ladderVersion,
                limit);
    }

    /** Moves each member from what was read to what was decided; throws when anybody moved him meanwhile. */
    void save(Map<Standing, Standing> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Object[]> rows = changes.entrySet().stream()
                .map(change -> parameters(change.getKey(), change.getValue()))
                .toList();
        int[] changed = jdbc.batchUpdate("""
                UPDATE level_standing
                SET level_code = ?, granted_code = ?, spend_minor = spend_minor + ?, order_count = order_count + ?,
                    points_earned = points_earned + ?, recharge_minor = recharge_minor + ?, changes = changes + ?,
                    ladder_version = ?, since = ?
                WHERE member_key = ? AND level_code = ? AND changes = ?
                """, rows);
        for (int count : changed) {
            if (count != 1) {
                throw new IllegalStateException("a level standing was changed by somebody else");
            }
        }
    }

    private static Object[] parameters(Standing before, Standing after) {
        Progress by = after.progress().minus(before.progress());
        return new Object[] {
            after.levelCode(),
            after.grantedCode(),
            by.spendMinor(),
            by.orders(),
            by.points(),
            by.rechargeMinor(),
            after.changes() - before.changes(),
            after.ladderVersion(),
            Timestamp.from(after.since()),
            before.memberKey(),
            before.levelCode(),
            before.changes()
        };
    }

    void addHistory(List<Step> steps) {
        jdbc.batchUpdate(
                """
                INSERT INTO level_history (member_key, step, from_code, to_code, cause_type, cause_id, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                steps.stream()
                        .map(step -> new Object[] {
                            step.after().memberKey(),
                            step.after().changes(),
                            step.before().levelCode(),
                            step.after().levelCode(),
                            step.causeType(),
                            step.causeId(),
                            Timestamp.from(step.after().since())
                        })
                        .toList());
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(
                row.getLong("member_key"),
                row.getString("level_code"),
                row.getString("granted_code"),
                new Progress(
                        row.getLong("spend_minor"),
                        row.getLong("order_count"),
                        row.getLong("points_earned"),
                        row.getLong("recharge_minor")),
                row.getLong("changes"),
                row.getLong("ladder_version"),
                row.getTimestamp("since").toInstant());
    }
}
