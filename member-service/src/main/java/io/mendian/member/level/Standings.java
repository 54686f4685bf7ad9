package io.mendian.member.level;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of members' standings and of their level history. */
@Repository
class Standings {

    private static final String COLUMNS = """
            SELECT member_key, level_code, granted_code, spend_minor, order_count, points_earned, recharge_minor, changes,
                ladder_version, since, base_code, period_kind, period_from, period_until, reached_on, anchor_on, accelerated
            FROM level_standing
            """;

    /** One step of a member's level history. */
    record Step(Standing before, Standing after, String causeType, String causeId) {}

    private final JdbcTemplate jdbc;

    Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Standing> find(long memberKey, LocalDate today) {
        return jdbc.query(COLUMNS + "WHERE member_key = ?", (row, n) -> standing(row, today), memberKey).stream()
                .findFirst();
    }

    /** Locks the standings of members in the order of their keys; makes those that do not exist yet. */
    Map<Long, Standing> lock(
            Collection<Long> memberKeys,
            Ladder ladder,
            LocalDate today,
            Instant now,
            Function<Collection<Long>, Map<Long, LocalDate>> joinedOn) {
        TreeSet<Long> keys = new TreeSet<>(memberKeys);
        TreeSet<Long> unanchored = new TreeSet<>();
        Map<Long, Standing> standings = locked(keys, today, unanchored);
        keys.removeAll(standings.keySet());
        if (!keys.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    INSERT INTO level_standing (member_key, level_code, ladder_version, since) VALUES (?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE member_key = member_key
                    """,
                    keys.stream()
                            .map(key -> new Object[] {key, ladder.base().code(), ladder.version(), Timestamp.from(now)})
                            .toList());
            standings.putAll(locked(keys, today, unanchored));
        }
        if (!unanchored.isEmpty()) {
            anchor(unanchored, joinedOn.apply(unanchored), today, standings);
        }
        return standings;
    }

    private Map<Long, Standing> locked(TreeSet<Long> keys, LocalDate today, TreeSet<Long> unanchored) {
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        Map<Long, Standing> standings = new TreeMap<>();
        jdbc.query(
                COLUMNS + "WHERE member_key IN (" + marks + ") ORDER BY member_key FOR UPDATE",
                row -> {
                    Standing standing = standing(row, today);
                    standings.put(standing.memberKey(), standing);
                    if (row.getObject("anchor_on") == null) {
                        unanchored.add(standing.memberKey());
                    }
                },
                keys.toArray());
        return standings;
    }

    /** Writes down once when somebody joined; whoever is no member here begins today. */
    private void anchor(
            Collection<Long> unknown, Map<Long, LocalDate> joined, LocalDate today, Map<Long, Standing> standings) {
        jdbc.batchUpdate(
                "UPDATE level_standing SET anchor_on = ? WHERE member_key = ? AND anchor_on IS NULL",
                unknown.stream()
                        .map(key -> new Object[] {joined.getOrDefault(key, LadderTerms.anchor(today)), key})
                        .toList());
        unknown.forEach(key -> standings.computeIfPresent(
                key, (member, was) -> was.joined(joined.getOrDefault(key, LadderTerms.anchor(today)))));
    }

    /** Members whose period is over. */
    List<Long> over(LocalDate today, int limit) {
        return jdbc.queryForList(
                "SELECT member_key FROM level_standing WHERE period_until <= ? ORDER BY period_until, member_key LIMIT ?",
                Long.class,
                today,
                limit);
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
                    ladder_version = ?, since = ?, base_code = ?, period_kind = ?, period_from = ?, period_until = ?,
                    reached_on = ?, accelerated = ?
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
            after.period().baseCode(),
            after.period().kind(),
            after.period().from(),
            after.period().until(),
            after.period().reachedOn(),
            after.accelerated(),
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

    private static Standing standing(ResultSet row, LocalDate today) throws SQLException {
        LocalDate anchor = row.getObject("anchor_on", LocalDate.class);
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
                row.getTimestamp("since").toInstant(),
                new Standing.Period(
                        row.getString("period_kind"),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_until", LocalDate.class),
                        row.getString("base_code"),
                        row.getObject("reached_on", LocalDate.class)),
                anchor == null ? LadderTerms.anchor(today) : anchor,
                row.getBoolean("accelerated"));
    }
}
