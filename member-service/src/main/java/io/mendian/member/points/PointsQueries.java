package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of points. */
@Component
public class PointsQueries {

    private static final Duration SOON = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    PointsQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Account(long balance, long held, long debt) {}

    /** A page of at most {@code limit} entries older than {@code cursor}. */
    public PointsStatement statement(MemberKey member, @Nullable Long cursor, int limit) {
        Account account = jdbc.sql("SELECT balance, held, debt FROM points_account WHERE member_key = ?")
                .params(member.value())
                .query((row, n) -> new Account(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional()
                .orElse(new Account(0, 0, 0));
        List<PointsStatement.Entry> entries = jdbc.sql("""
                        SELECT id, delta, balance_after, cause_type, cause_id, posted_at FROM points_entry
                        WHERE member_key = ? AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .params(member.value(), cursor == null ? Long.MAX_VALUE : cursor, limit)
                .query(PointsQueries::entry)
                .list();
        return new PointsStatement(
                account.balance,
                usable(member),
                pending(member),
                account.held,
                account.debt,
                becomingUsable(member),
                expiringSoon(member),
                entries,
                entries.size() < limit ? null : entries.getLast().id());
    }

    private static PointsStatement.Entry entry(ResultSet row, int n) throws SQLException {
        return new PointsStatement.Entry(
                Long.toString(row.getLong(1)),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant());
    }

    /** Entries of a period, oldest first. */
    List<PointsStatement.Entry> entries(MemberKey member, Instant from, Instant until, int limit) {
        return jdbc.sql("""
                        SELECT id, delta, balance_after, cause_type, cause_id, posted_at FROM points_entry
                        WHERE member_key = ? AND posted_at >= ? AND posted_at < ? ORDER BY id LIMIT ?
                        """)
                .params(member.value(), Timestamp.from(from), Timestamp.from(until), limit)
                .query(PointsQueries::entry)
                .list();
    }

    /** What the member can spend at this instant. */
    public long usable(MemberKey member) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        SELECT COALESCE(SUM(remaining - held), 0) FROM points_lot
                        WHERE member_key = ? AND swept = FALSE AND usable_from <= ? AND expires_at > ?
                        """).params(member.value(), now, now).query(Long.class).single();
    }

    private long pending(MemberKey member) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        SELECT COALESCE(SUM(remaining), 0) FROM points_lot
                        WHERE member_key = ? AND swept = FALSE AND usable_from > ? AND expires_at > ?
                        """).params(member.value(), now, now).query(Long.class).single();
    }

    private List<PointsStatement.Becoming> becomingUsable(MemberKey member) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        SELECT SUM(remaining), usable_from FROM points_lot
                        WHERE member_key = ? AND swept = FALSE AND usable_from > ? AND expires_at > ? AND remaining > 0
                        GROUP BY usable_from ORDER BY usable_from LIMIT 31
                        """)
                .params(member.value(), now, now)
                .query((row, n) -> new PointsStatement.Becoming(
                        row.getLong(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    private List<PointsStatement.Expiring> expiringSoon(MemberKey member) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT SUM(remaining), expires_at FROM points_lot
                        WHERE member_key = ? AND swept = FALSE AND expires_at > ? AND expires_at <= ? AND remaining > 0
                        GROUP BY expires_at ORDER BY expires_at LIMIT 31
                        """)
                .params(member.value(), Timestamp.from(now), Timestamp.from(now.plus(SOON)))
                .query((row, n) -> new PointsStatement.Expiring(
                        row.getLong(1), row.getTimestamp(2).toInstant()))
                .list();
    }
}
