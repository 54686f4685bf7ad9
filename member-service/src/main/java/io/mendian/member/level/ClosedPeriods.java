package io.mendian.member.level;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of members' level periods that are over. */
@Repository
class ClosedPeriods {

    private final JdbcTemplate jdbc;

    ClosedPeriods(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down a period that is over; refused when it was closed before. */
    void close(ClosedPeriod period, Instant now) {
        jdbc.update(
                """
                INSERT INTO level_period (member_key, period_until, period_from, base_code, level_code, outcome, next_base,
                    ladder_version, closed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                period.memberKey(),
                period.until(),
                period.from(),
                period.baseCode(),
                period.levelCode(),
                period.retained() ? "RETAINED" : "DOWN",
                period.nextBase(),
                period.ladderVersion(),
                Timestamp.from(now));
    }

    Optional<ClosedPeriod> lastClosed(long memberKey, LocalDate until) {
        return jdbc
                .query(
                        "SELECT * FROM level_period WHERE member_key = ? AND period_until = ? FOR UPDATE",
                        (row, n) -> new ClosedPeriod(
                                row.getLong("member_key"),
                                row.getObject("period_from", LocalDate.class),
                                row.getObject("period_until", LocalDate.class),
                                row.getString("base_code"),
                                row.getString("level_code"),
                                row.getString("outcome").equals("RETAINED"),
                                row.getString("next_base"),
                                row.getLong("ladder_version")),
                        memberKey,
                        until)
                .stream()
                .findFirst();
    }

    void keepAfter(ClosedPeriod period, String nextBase) {
        int rows = jdbc.update(
                "UPDATE level_period SET next_base = ? WHERE member_key = ? AND period_until = ? AND next_base = ?",
                nextBase,
                period.memberKey(),
                period.until(),
                period.nextBase());
        if (rows != 1) {
            throw new IllegalStateException("a closed period was changed by somebody else");
        }
    }
}
