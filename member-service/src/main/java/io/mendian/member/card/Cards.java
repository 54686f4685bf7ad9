package io.mendian.member.card;

import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of cards. Every change carries its guard. */
@Repository
class Cards {

    static final String COLUMNS = """
            SELECT c.id, c.member_key, c.product_sku_id, c.kind, c.uses_left, c.uses_held, c.valid_until, c.frozen_at, c.status,
                c.locked_by
            FROM card c
            """;

    private final JdbcTemplate jdbc;

    Cards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isIssued(CardOffer offer) {
        return !jdbc.queryForList(
                        "SELECT id FROM card WHERE cause_type = ? AND cause_id = ? AND piece = ?",
                        Long.class,
                        offer.causeType(),
                        offer.causeId(),
                        offer.piece())
                .isEmpty();
    }

    /** False when somebody else issued it at this instant. */
    boolean add(long id, CardOffer offer, long uses, @Nullable Instant validUntil, Instant now) {
        try {
            jdbc.update(
                    """
                INSERT INTO card (id, member_key, product_sku_id, name, kind, uses_total, uses_left, valid_from, valid_until,
                    status, cause_type, cause_id, piece, paid_minor, declared_minor, issued_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?, ?, ?)
                """,
                    id,
                    offer.memberKey().value(),
                    offer.productSkuId().value(),
                    offer.name(),
                    offer.terms().kind(),
                    uses,
                    uses,
                    Timestamp.from(offer.from()),
                    validUntil == null ? null : Timestamp.from(validUntil),
                    offer.causeType(),
                    offer.causeId(),
                    offer.piece(),
                    offer.paidMinor(),
                    offer.declaredMinor(),
                    Timestamp.from(now));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void bind(long id, List<Long> services, List<Long> stores) {
        if (!services.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO card_service (card_id, sku_id) VALUES (?, ?)",
                    services.stream()
                            .distinct()
                            .map(sku -> new Object[] {id, sku})
                            .toList());
        }
        if (!stores.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO card_store (card_id, store_id) VALUES (?, ?)",
                    stores.stream()
                            .distinct()
                            .map(store -> new Object[] {id, store})
                            .toList());
        }
    }

    /** Takes one use; false when the card has none left, ended, or was frozen, closed or passed on meanwhile. */
    boolean takeOne(CardRow card, Instant now) {
        return jdbc.update("""
                        UPDATE card SET uses_left = uses_left - CASE WHEN kind = 'PUNCH' THEN 1 ELSE 0 END
                        WHERE id = ? AND member_key = ? AND status = 'ACTIVE' AND locked_by IS NULL
                            AND (valid_until IS NULL OR valid_until > ?)
                            AND (kind = 'PERIOD' OR uses_left - uses_held >= 1)
                        """, card.id(), card.memberKey(), Timestamp.from(now)) == 1;
    }

    /**
     * Accounts for the value of uses that were just taken or held, and gives it: the price paid × uses consumed ÷ uses in
     * all, half-up on the running total, so that the values of all uses end exactly at the price. 0 for a period card.
     */
    long accountValue(long cardId) {
        Long value = jdbc.queryForObject("""
                SELECT CASE WHEN kind <> 'PUNCH' OR uses_total = 0 THEN 0
                    ELSE GREATEST(0, (2 * paid_minor * (uses_total - uses_left - uses_closed + uses_held) + uses_total)
                        DIV (2 * uses_total) - value_used_minor) END
                FROM card WHERE id = ? FOR UPDATE
                """, Long.class, cardId);
        long taken = value == null ? 0 : value;
        if (taken > 0) {
            jdbc.update("UPDATE card SET value_used_minor = value_used_minor + ? WHERE id = ?", taken, cardId);
        }
        return taken;
    }

    /** Sets uses aside; a period card counts none. */
    boolean hold(CardRow card, long uses) {
        return jdbc.update("""
                        UPDATE card SET uses_held = uses_held + CASE WHEN kind = 'PUNCH' THEN ? ELSE 0 END
                        WHERE id = ? AND status = 'ACTIVE' AND locked_by IS NULL
                            AND (kind = 'PERIOD' OR uses_left - uses_held >= ?)
                        """, uses, card.id(), uses) == 1;
    }

    /** Frees uses that were set aside, and the value that was accounted for them. */
    void free(long cardId, long uses, long valueMinor) {
        Guard.one(jdbc.update("""
                        UPDATE card SET uses_held = uses_held - CASE WHEN kind = 'PUNCH' THEN ? ELSE 0 END,
                            value_used_minor = value_used_minor - ?
                        WHERE id = ? AND (kind = 'PERIOD' OR uses_held >= ?)
                        """, uses, valueMinor, cardId, uses), () -> notHeld(cardId));
    }

    /** Takes uses that were set aside. */
    void takeHeld(long cardId, long uses) {
        Guard.one(jdbc.update("""
                        UPDATE card SET uses_held = uses_held - CASE WHEN kind = 'PUNCH' THEN ? ELSE 0 END,
                            uses_left = uses_left - CASE WHEN kind = 'PUNCH' THEN ? ELSE 0 END
                        WHERE id = ? AND (kind = 'PERIOD' OR uses_held >= ?)
                        """, uses, uses, cardId, uses), () -> notHeld(cardId));
    }

    private static IllegalStateException notHeld(long cardId) {
        return new IllegalStateException("card " + cardId + " does not hold that many uses");
    }

    /** Puts one use back; a closed card keeps it among those that were closed. */
    void putOneBack(long cardId, long valueMinor) {
        int rows = jdbc.update("""
                UPDATE card SET uses_left = uses_left + CASE WHEN kind = 'PUNCH' AND status <> 'CLOSED' THEN 1 ELSE 0 END,
                    uses_closed = uses_closed + CASE WHEN kind = 'PUNCH' AND status = 'CLOSED' THEN 1 ELSE 0 END,
                    value_used_minor = value_used_minor - ?
                WHERE id = ? AND (kind = 'PERIOD' OR uses_left + uses_closed < uses_total)
                """, valueMinor, cardId);
        if (rows != 1) {
            throw new IllegalStateException("card " + cardId + " would have more uses than it was issued with");
        }
    }

    long usesLeft(long cardId) {
        Long left = jdbc.queryForObject("SELECT uses_left FROM card WHERE id = ? FOR UPDATE", Long.class, cardId);
        return left == null ? 0 : left;
    }

    Optional<CardRow> lock(long cardId) {
        return jdbc.query(COLUMNS + "WHERE c.id = ? FOR UPDATE", Cards::row, cardId).stream()
                .findFirst();
    }

    /** The cards of an order line that are not closed, those with the most uses left first. */
    List<CardRow> lockOpenOf(String causeType, String causeId) {
        return jdbc.query(COLUMNS + """
                        WHERE c.cause_type = ? AND c.cause_id = ? AND c.status <> 'CLOSED'
                        ORDER BY c.uses_left DESC, c.piece DESC FOR UPDATE
                        """, Cards::row, causeType, causeId);
    }

    void close(CardRow card) {
        one(jdbc.update("""
                        UPDATE card SET status = 'CLOSED', uses_closed = uses_closed + uses_left, uses_left = 0,
                            locked_by = NULL
                        WHERE id = ? AND status = ? AND uses_left = ? AND uses_held = 0
                        """, card.id(), card.status().name(), card.usesLeft()), card);
    }

    void freeze(CardRow card, Instant now) {
        one(
                jdbc.update(
                        "UPDATE card SET status = 'FROZEN', frozen_at = ? WHERE id = ? AND status = 'ACTIVE'",
                        Timestamp.from(now),
                        card.id()),
                card);
    }

    void thaw(CardRow card, Instant validUntil) {
        one(jdbc.update("""
                        UPDATE card SET status = 'ACTIVE', frozen_at = NULL, valid_until = ?
                        WHERE id = ? AND status = 'FROZEN'
                        """, Timestamp.from(validUntil), card.id()), card);
    }

    private static void one(int rows, CardRow card) {
        Guard.one(rows, () -> new IllegalStateException("card " + card.id() + " was changed by somebody else"));
    }

    static CardRow row(ResultSet row, int n) throws SQLException {
        Timestamp validUntil = row.getTimestamp("valid_until");
        Timestamp frozenAt = row.getTimestamp("frozen_at");
        return new CardRow(
                row.getLong("id"),
                row.getLong("member_key"),
                row.getLong("product_sku_id"),
                row.getString("kind"),
                row.getLong("uses_left"),
                row.getLong("uses_held"),
                validUntil == null ? null : validUntil.toInstant(),
                frozenAt == null ? null : frozenAt.toInstant(),
                CardStatus.valueOf(row.getString("status")),
                row.getString("locked_by"));
    }
}
