package io.mendian.member.card;

import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cards of an order line as their refund sees them: what is used, lock, unlock, close. */
@Component
public class CardRefunds {

    private static final String OF_LINE = """
            SELECT c.* FROM card c WHERE c.cause_type = ? AND c.cause_id = ? ORDER BY c.id
            """;

    private final JdbcTemplate jdbc;
    private final SharedCards shares;

    CardRefunds(JdbcTemplate jdbc, SharedCards shares) {
        this.jdbc = jdbc;
        this.shares = shares;
    }

    /** Whether cards were sold by a line, or came free with its recharge. */
    public enum Cause {
        ORDER_LINE,
        RECHARGE_GIFT
    }

    /** A card of the line; {@code used} counts recorded uses that were not given back. */
    public record Sold(
            long id,
            long memberKey,
            String kind,
            long usesTotal,
            long usesLeft,
            long usesHeld,
            long used,
            long declaredMinor,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant frozenAt,
            boolean closed,
            boolean locked) {}

    /** The cards that were issued for a line, the oldest first. */
    public List<Sold> ofLine(Cause why, String cause) {
        return jdbc.query(OF_LINE, (row, n) -> sold(row, ""), why.name(), cause);
    }

    /** The same, and nobody else changes them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Sold> lockOfLine(Cause why, String cause) {
        return jdbc.query(OF_LINE + " FOR UPDATE", (row, n) -> sold(row, " LOCK IN SHARE MODE"), why.name(), cause);
    }

    /** The card pays for nothing until it is unlocked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long cardId, String by) {
        Guard.one(jdbc.update("""
                        UPDATE card SET locked_by = ?
                        WHERE id = ? AND locked_by IS NULL AND uses_held = 0 AND status <> 'CLOSED'
                        """, by, cardId), () -> changed(cardId));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unlock(long cardId, String by) {
        Guard.one(
                jdbc.update("UPDATE card SET locked_by = NULL WHERE id = ? AND locked_by = ?", cardId, by),
                () -> changed(cardId));
    }

    /** Ends a locked card: what is left of it is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long cardId, String by) {
        Guard.one(jdbc.update("""
                        UPDATE card SET status = 'CLOSED', uses_closed = uses_closed + uses_left, uses_left = 0,
                            locked_by = NULL
                        WHERE id = ? AND locked_by = ? AND uses_held = 0
                        """, cardId, by), () -> changed(cardId));
        shares.end(cardId, "REFUND");
    }

    private static IllegalStateException changed(long cardId) {
        return new IllegalStateException("card " + cardId + " was changed by somebody else");
    }

    /** Recorded uses of a card; locked, they are those of this moment, whatever this transaction has seen before. */
    private long used(long cardId, String lock) {
        return jdbc.queryForList(
                        "SELECT use_id FROM card_use WHERE card_id = ? AND status = 'USED'" + lock,
                        String.class,
                        cardId)
                .size();
    }

    private Sold sold(ResultSet row, String lock) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        Timestamp frozenAt = row.getTimestamp("frozen_at");
        return new Sold(
                row.getLong("id"),
                row.getLong("member_key"),
                row.getString("kind"),
                row.getLong("uses_total"),
                row.getLong("uses_left"),
                row.getLong("uses_held"),
                used(row.getLong("id"), lock),
                row.getLong("declared_minor"),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                frozenAt == null ? null : frozenAt.toInstant(),
                row.getString("status").equals("CLOSED"),
                row.getString("locked_by") != null);
    }
}
