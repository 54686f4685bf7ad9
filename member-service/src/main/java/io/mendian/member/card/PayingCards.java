package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which cards pay for a member: his own, and those whose owners share them with him. */
@Repository
class PayingCards {

    private final JdbcTemplate jdbc;

    PayingCards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cards that pay for a service in a store at this instant: period cards first, for they cost nothing; the member's
     * own before those that are shared with him; then the one that ends first.
     */
    List<CardRow> payingFor(UseCardCommand use, Instant now) {
        long member = use.memberKey().value();
        return jdbc.query(
                Cards.COLUMNS + """
                        JOIN (SELECT id FROM card WHERE member_key = ?
                              UNION ALL
                              SELECT s.card_id FROM card_share s JOIN card o ON o.id = s.card_id
                              WHERE s.open_member = ? AND s.status = 'ACTIVE' AND o.member_key = s.owner_key) mine
                            ON mine.id = c.id
                        WHERE c.status = 'ACTIVE' AND c.locked_by IS NULL AND (? IS NULL OR c.id = ?)
                            AND c.valid_from <= ? AND (c.valid_until IS NULL OR c.valid_until > ?)
                            AND (c.kind = 'PERIOD' OR c.uses_left - c.uses_held >= 1)
                            AND (NOT EXISTS (SELECT 1 FROM card_service s WHERE s.card_id = c.id)
                                OR EXISTS (SELECT 1 FROM card_service s WHERE s.card_id = c.id AND s.sku_id = ?))
                            AND (NOT EXISTS (SELECT 1 FROM card_store s WHERE s.card_id = c.id)
                                OR EXISTS (SELECT 1 FROM card_store s WHERE s.card_id = c.id AND s.store_id = ?))
                        ORDER BY CASE WHEN c.kind = 'PERIOD' THEN 0 ELSE 1 END,
                            CASE WHEN c.member_key = ? THEN 0 ELSE 1 END,
                            CASE WHEN c.valid_until IS NULL THEN 1 ELSE 0 END, c.valid_until, c.id
                        """,
                Cards::row,
                member,
                member,
                use.cardId(),
                use.cardId(),
                Timestamp.from(now),
                Timestamp.from(now),
                use.serviceSkuId().value(),
                use.storeId().value(),
                member);
    }

    /**
     * Whether the member may still take from this card: it is his, or shared with him at this moment. A share is locked, so
     * that a withdrawal comes before this use or after it, never in the middle; the card is locked first, as everywhere.
     */
    boolean mayUse(CardRow card, MemberKey user) {
        if (card.member().equals(user)) {
            return true;
        }
        boolean sameOwner = jdbc.queryForList(
                        "SELECT member_key FROM card WHERE id = ? FOR UPDATE", Long.class, card.id())
                .contains(card.memberKey());
        return sameOwner
                && !jdbc.queryForList("""
                        SELECT id FROM card_share
                        WHERE card_id = ? AND open_member = ? AND owner_key = ? AND status = 'ACTIVE' FOR UPDATE
                        """, Long.class, card.id(), user.value(), card.memberKey())
                        .isEmpty();
    }

    /** By which share the member uses the card; null when it is his own. A hold taken before the end of its share counts. */
    @Nullable
    Long shareOf(CardRow card, MemberKey user) {
        return card.member().equals(user)
                ? null
                : jdbc.queryForList("""
                                SELECT id FROM card_share WHERE card_id = ? AND member_key = ? AND confirmed_at IS NOT NULL
                                ORDER BY id DESC LIMIT 1 FOR UPDATE
                                """, Long.class, card.id(), user.value()).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "card " + card.id() + " was used by somebody with whom it is not shared"));
    }
}
