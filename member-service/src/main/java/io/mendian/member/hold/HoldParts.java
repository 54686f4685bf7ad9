package io.mendian.member.hold;

import io.mendian.runtime.persistence.Guard;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of what holds took of gift cards and of cards. */
@Repository
class HoldParts {

    private final JdbcTemplate jdbc;

    HoldParts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the cards' ids, in which they are locked. */
    List<HeldGift> gifts(long holdId) {
        return jdbc.query("""
                SELECT gift_card_id, amount_minor, back_minor FROM hold_gift_card WHERE hold_id = ?
                ORDER BY gift_card_id FOR UPDATE
                """, (row, n) -> new HeldGift(row.getLong(1), row.getLong(2), row.getLong(3)), holdId);
    }

    /** In the order of the cards' ids, in which they are locked. */
    List<HeldUses> uses(long holdId) {
        return jdbc.query(
                "SELECT * FROM hold_card_use WHERE hold_id = ? ORDER BY card_id, line_id FOR UPDATE",
                (row, n) -> new HeldUses(
                        row.getString("line_id"),
                        row.getLong("card_id"),
                        row.getLong("service_sku_id"),
                        row.getLong("store_id"),
                        row.getObject("asked_card_id", Long.class),
                        row.getLong("uses"),
                        row.getLong("value_minor"),
                        row.getLong("uses_back")),
                holdId);
    }

    void add(long holdId, HeldGift gift) {
        jdbc.update(
                "INSERT INTO hold_gift_card (hold_id, gift_card_id, amount_minor) VALUES (?, ?, ?)",
                holdId,
                gift.giftCardId(),
                gift.amountMinor());
    }

    void add(long holdId, HeldUses uses) {
        jdbc.update(
                """
                INSERT INTO hold_card_use
                    (hold_id, line_id, card_id, service_sku_id, store_id, asked_card_id, uses, value_minor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                holdId,
                uses.lineId(),
                uses.cardId(),
                uses.serviceSkuId(),
                uses.storeId(),
                uses.askedCardId(),
                uses.uses(),
                uses.valueMinor());
    }

    /** Forgets what a hold that has ended had set aside; what is then taken late is written anew. */
    void forget(long holdId) {
        jdbc.update("DELETE FROM hold_gift_card WHERE hold_id = ?", holdId);
        jdbc.update("DELETE FROM hold_card_use WHERE hold_id = ?", holdId);
    }

    void giveBack(long holdId, HeldGift gift, long amountMinor) {
        int rows = jdbc.update("""
                UPDATE hold_gift_card SET back_minor = back_minor + ?
                WHERE hold_id = ? AND gift_card_id = ? AND back_minor = ? AND back_minor + ? <= amount_minor
                """, amountMinor, holdId, gift.giftCardId(), gift.backMinor(), amountMinor);
        Guard.one(rows, () -> beyond(holdId));
    }

    void giveBack(long holdId, HeldUses held, long uses) {
        int rows = jdbc.update("""
                UPDATE hold_card_use SET uses_back = uses_back + ?
                WHERE hold_id = ? AND line_id = ? AND card_id = ? AND uses_back = ? AND uses_back + ? <= uses
                """, uses, holdId, held.lineId(), held.cardId(), held.usesBack(), uses);
        Guard.one(rows, () -> beyond(holdId));
    }

    private static IllegalStateException beyond(long holdId) {
        return new IllegalStateException("more would come back than hold " + holdId + " took");
    }
}
