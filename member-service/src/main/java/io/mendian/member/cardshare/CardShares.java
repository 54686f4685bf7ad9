package io.mendian.member.cardshare;

import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of shares. An open one has a place among its card's places and its member only once: unique keys say so. */
@Repository
class CardShares {

    private static final String END = """
            UPDATE card_share SET status = 'ENDED', slot = NULL, open_member = NULL, open_phone = NULL, ended_at = ?,
                ended_by = ?
            """;

    private final JdbcTemplate jdbc;

    CardShares(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A place of a card that is taken, and by whom. */
    record Taken(int slot, @Nullable Long member, @Nullable String phone) {}

    /** Frees the places of invitations that nobody confirmed in time. */
    void endOverdue(long cardId, Instant now) {
        jdbc.update(
                END + "WHERE card_id = ? AND status = 'INVITED' AND invited_until <= ?",
                Timestamp.from(now),
                ShareEnd.TIME.name(),
                cardId,
                Timestamp.from(now));
    }

    /** The places that are taken now, whatever this transaction has seen before. The card is locked. */
    List<Taken> taken(long cardId) {
        return jdbc.query(
                "SELECT slot, open_member, open_phone FROM card_share WHERE card_id = ? AND slot IS NOT NULL FOR UPDATE",
                (row, n) -> new Taken(row.getInt(1), row.getObject(2, Long.class), row.getString(3)),
                cardId);
    }

    void add(CardShareRow share, int slot) {
        jdbc.update(
                """
                INSERT INTO card_share (id, card_id, owner_key, member_key, phone_index, relation, status, slot, open_member,
                    open_phone, invited_at, invited_until)
                VALUES (?, ?, ?, ?, ?, ?, 'INVITED', ?, ?, ?, ?, ?)
                """,
                share.id(),
                share.cardId(),
                share.ownerKey(),
                share.memberKey(),
                share.phoneIndex(),
                share.relation().name(),
                slot,
                share.memberKey(),
                share.phoneIndex(),
                Timestamp.from(share.invitedAt()),
                Timestamp.from(share.invitedUntil()));
    }

    Optional<CardShareRow> find(long id) {
        return one("SELECT * FROM card_share WHERE id = ?", id);
    }

    Optional<CardShareRow> lock(long id) {
        return one("SELECT * FROM card_share WHERE id = ? FOR UPDATE", id);
    }

    private Optional<CardShareRow> one(String sql, long id) {
        return jdbc.query(sql, CardShares::row, id).stream().findFirst();
    }

    void confirm(CardShareRow share, long member, Instant now) {
        Guard.one(
                jdbc.update("""
                        UPDATE card_share SET status = 'ACTIVE', member_key = ?, open_member = ?, confirmed_at = ?
                        WHERE id = ? AND status = 'INVITED' AND invited_until > ? AND (member_key IS NULL OR member_key = ?)
                        """, member, member, Timestamp.from(now), share.id(), Timestamp.from(now), member),
                () -> changed(share));
    }

    void end(CardShareRow share, ShareEnd by, Instant now) {
        Guard.one(
                jdbc.update(END + "WHERE id = ? AND slot IS NOT NULL", Timestamp.from(now), by.name(), share.id()),
                () -> changed(share));
    }

    /** All shares of a card, the newest first, at most 200. */
    List<CardShareRow> ofCard(long cardId) {
        return jdbc.query(
                "SELECT * FROM card_share WHERE card_id = ? ORDER BY id DESC LIMIT 200", CardShares::row, cardId);
    }

    /** What is open for a member, by his key or by his number, the newest first, at most 200. */
    List<CardShareRow> openFor(long member, @Nullable String phoneIndex) {
        return jdbc.query("""
                SELECT * FROM card_share WHERE open_member = ?
                UNION
                SELECT * FROM card_share WHERE open_phone = ? AND status = 'INVITED'
                ORDER BY id DESC LIMIT 200
                """, CardShares::row, member, phoneIndex);
    }

    private static IllegalStateException changed(CardShareRow share) {
        return new IllegalStateException("share " + share.id() + " was changed by somebody else");
    }

    private static CardShareRow row(ResultSet row, int n) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        Timestamp ended = row.getTimestamp("ended_at");
        String by = row.getString("ended_by");
        return new CardShareRow(
                row.getLong("id"),
                row.getLong("card_id"),
                row.getLong("owner_key"),
                row.getObject("member_key", Long.class),
                row.getString("phone_index"),
                Relation.valueOf(row.getString("relation")),
                CardShareStatus.valueOf(row.getString("status")),
                row.getTimestamp("invited_at").toInstant(),
                row.getTimestamp("invited_until").toInstant(),
                confirmed == null ? null : confirmed.toInstant(),
                ended == null ? null : ended.toInstant(),
                by == null ? null : ShareEnd.valueOf(by));
    }
}
