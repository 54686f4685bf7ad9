package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of notices. Every change names the state it comes from. */
@Repository
class Notices {

    private final JdbcTemplate jdbc;

    Notices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when the member has this notice already. */
    void plan(MemberKey member, String kind, String causeId, long points, Instant dueAt, Instant now) {
        jdbc.update(
                """
                INSERT IGNORE INTO member_notice (id, member_key, kind, cause_id, points, due_at, status, next_try_at, made_at)
                VALUES (?, ?, ?, ?, ?, ?, 'DUE', ?, ?)
                """,
                Ids.next(),
                member.value(),
                kind,
                causeId,
                points,
                Timestamp.from(dueAt),
                Timestamp.from(now),
                Timestamp.from(now));
    }

    /** Those whose time has come, and those whose sender was lost on the way. */
    List<Long> due(Instant now, int limit) {
        return jdbc.queryForList("""
                SELECT id FROM member_notice WHERE status IN ('DUE', 'SENDING') AND next_try_at <= ?
                ORDER BY next_try_at, id LIMIT ?
                """, Long.class, Timestamp.from(now), limit);
    }

    Optional<NoticeRow> lockDue(long id, Instant now) {
        return jdbc.query("""
                        SELECT * FROM member_notice
                        WHERE id = ? AND status IN ('DUE', 'SENDING') AND next_try_at <= ? FOR UPDATE
                        """, Notices::row, id, Timestamp.from(now)).stream().findFirst();
    }

    /** It is in one sender's hands until the given instant. */
    void sending(NoticeRow notice, NoticeChannel channel, long points, Instant until) {
        Guard.one(
                jdbc.update(
                        """
                        UPDATE member_notice SET status = 'SENDING', channel = ?, points = ?, tries = tries + 1, next_try_at = ?
                        WHERE id = ? AND status = ? AND tries = ?
                        """,
                        channel.name(),
                        points,
                        Timestamp.from(until),
                        notice.id(),
                        notice.status().name(),
                        notice.tries()),
                () -> changed(notice.id()));
    }

    void postpone(NoticeRow notice, Instant until) {
        Guard.one(
                jdbc.update(
                        "UPDATE member_notice SET status = 'DUE', next_try_at = ? WHERE id = ? AND status = ? AND tries = ?",
                        Timestamp.from(until),
                        notice.id(),
                        notice.status().name(),
                        notice.tries()),
                () -> changed(notice.id()));
    }

    /** Ends one that nobody is sending. */
    void end(NoticeRow notice, NoticeStatus as, String reason, Instant now) {
        Guard.one(
                jdbc.update(
                        """
                        UPDATE member_notice SET status = ?, reason = ?, ended_at = ?
                        WHERE id = ? AND status = ? AND tries = ?
                        """,
                        as.name(),
                        reason,
                        Timestamp.from(now),
                        notice.id(),
                        notice.status().name(),
                        notice.tries()),
                () -> changed(notice.id()));
    }

    /** Ends what this sender had in hand; nothing when its time was over and somebody else has decided. */
    void sent(long id, int tries, NoticeStatus as, @Nullable String reason, Instant now) {
        jdbc.update("""
                UPDATE member_notice SET status = ?, reason = ?, ended_at = ?
                WHERE id = ? AND status = 'SENDING' AND tries = ?
                """, as.name(), reason, Timestamp.from(now), id, tries);
    }

    /** Hands it back to be tried again; nothing when somebody else has decided meanwhile. */
    void again(long id, int tries, NoticeChannel channel, String reason, Instant next) {
        jdbc.update("""
                UPDATE member_notice SET status = 'DUE', channel = ?, reason = ?, next_try_at = ?
                WHERE id = ? AND status = 'SENDING' AND tries = ?
                """, channel.name(), reason, Timestamp.from(next), id, tries);
    }

    /** A member's notices before one of them, the newest first; those with nothing to tell any more are left out. */
    List<NoticeRow> ofMember(MemberKey member, @Nullable Long before, int limit) {
        return jdbc.query("""
                SELECT * FROM member_notice WHERE member_key = ? AND (? IS NULL OR id < ?)
                    AND (reason IS NULL OR reason <> 'NOTHING_EXPIRES')
                ORDER BY id DESC LIMIT ?
                """, Notices::row, member.value(), before, before, limit);
    }

    /** False when the member has no such notice. */
    boolean read(MemberKey member, long id, Instant now) {
        return jdbc.update(
                        "UPDATE member_notice SET read_at = COALESCE(read_at, ?) WHERE id = ? AND member_key = ?",
                        Timestamp.from(now),
                        id,
                        member.value())
                == 1;
    }

    private static IllegalStateException changed(long id) {
        return new IllegalStateException("notice " + id + " was changed by somebody else");
    }

    static NoticeRow row(ResultSet row, int n) throws SQLException {
        String channel = row.getString("channel");
        return new NoticeRow(
                row.getLong("id"),
                row.getLong("member_key"),
                row.getString("kind"),
                row.getLong("points"),
                row.getTimestamp("due_at").toInstant(),
                NoticeStatus.valueOf(row.getString("status")),
                channel == null ? null : NoticeChannel.valueOf(channel),
                row.getString("reason"),
                row.getInt("tries"),
                row.getTimestamp("next_try_at").toInstant(),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                instant(row.getTimestamp("read_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
