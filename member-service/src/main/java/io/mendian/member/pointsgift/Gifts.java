package io.mendian.member.pointsgift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of gifts. A gift ends once. */
@Repository
class Gifts {

    private final JdbcTemplate jdbc;

    Gifts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A gift as it is stored. */
    record GiftRow(
            long giftId,
            long fromMember,
            @Nullable Long toMember,
            long points,
            @Nullable String message,
            String code,
            String status,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant endedAt) {

        GiftView seenBy(long member) {
            boolean given = fromMember == member;
            return new GiftView(
                    Long.toString(giftId),
                    points,
                    message,
                    given ? code : null,
                    status,
                    given,
                    madeAt,
                    expiresAt,
                    endedAt);
        }
    }

    void add(GiftRow gift) {
        jdbc.update(
                """
                INSERT INTO points_gift (gift_id, from_member, points, message, code, status, made_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?)
                """,
                gift.giftId(),
                gift.fromMember(),
                gift.points(),
                gift.message(),
                gift.code(),
                Timestamp.from(gift.madeAt()),
                Timestamp.from(gift.expiresAt()));
    }

    Optional<GiftRow> find(long giftId) {
        return jdbc.query("SELECT * FROM points_gift WHERE gift_id = ?", Gifts::row, giftId).stream()
                .findFirst();
    }

    Optional<GiftRow> byCode(String code) {
        return jdbc.query("SELECT * FROM points_gift WHERE code = ?", Gifts::row, code).stream()
                .findFirst();
    }

    /** False when it was taken, withdrawn or over. */
    boolean take(long giftId, long toMember, Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.update("""
                        UPDATE points_gift SET status = 'TAKEN', to_member = ?, ended_at = ?
                        WHERE gift_id = ? AND status = 'OPEN' AND expires_at > ?
                        """, toMember, at, giftId, at) == 1;
    }

    boolean end(long giftId, String status, Instant now) {
        return jdbc.update(
                        "UPDATE points_gift SET status = ?, ended_at = ? WHERE gift_id = ? AND status = 'OPEN'",
                        status,
                        Timestamp.from(now),
                        giftId)
                == 1;
    }

    List<GiftRow> over(Instant now, int limit) {
        return jdbc.query(
                "SELECT * FROM points_gift WHERE status = 'OPEN' AND expires_at <= ? ORDER BY expires_at LIMIT ?",
                Gifts::row,
                Timestamp.from(now),
                limit);
    }

    /** Points given since then that were not withdrawn or left; the giver's account is locked. */
    long givenSince(long member, Instant since) {
        return sum("""
                SELECT points FROM points_gift
                WHERE from_member = ? AND made_at >= ? AND status IN ('OPEN', 'TAKEN') FOR UPDATE
                """, member, since);
    }

    long receivedSince(long member, Instant since) {
        return sum("SELECT points FROM points_gift WHERE to_member = ? AND ended_at >= ? FOR UPDATE", member, since);
    }

    private long sum(String sql, long member, Instant since) {
        return jdbc.queryForList(sql, Long.class, member, Timestamp.from(since)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Given and received, newest first. */
    List<GiftRow> ofMember(long member, long before, int limit) {
        return jdbc.query("""
                SELECT * FROM points_gift WHERE (from_member = ? OR to_member = ?) AND gift_id < ?
                ORDER BY gift_id DESC LIMIT ?
                """, Gifts::row, member, member, before, limit);
    }

    private static GiftRow row(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new GiftRow(
                row.getLong("gift_id"),
                row.getLong("from_member"),
                row.getObject("to_member", Long.class),
                row.getLong("points"),
                row.getString("message"),
                row.getString("code"),
                row.getString("status"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
