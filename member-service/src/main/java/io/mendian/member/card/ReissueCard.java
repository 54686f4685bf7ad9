package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues a card that was reported lost anew: the new card takes over what is left, the uses that were recorded, the period,
 * the contract, those with whom it is shared; the old one is closed for good.
 */
@UseCase
public class ReissueCard {

    private final Cards cards;
    private final CardQueries queries;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    ReissueCard(Cards cards, CardQueries queries, JdbcTemplate jdbc, AuditTrail audit) {
        this.cards = cards;
        this.queries = queries;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public CardView reissue(MemberKey owner, long cardId, Caller caller, Origin origin) {
        CardRow old = cards.lock(cardId)
                .filter(known -> known.member().equals(owner))
                .orElseThrow(CardProblem.CARD_UNKNOWN::with);
        if (!ReportCardLoss.LOST.equals(old.lockedBy())) {
            throw CardProblem.CARD_NOT_LOST.with();
        }
        long id = Ids.next();
        String cause = jdbc.queryForObject("SELECT cause_type FROM card WHERE id = ?", String.class, cardId);
        // the contract's key goes over to the new card, so the old row gives it up first
        one(jdbc.update("""
                        UPDATE card SET cause_type = 'REISSUED', cause_id = CONCAT(id, ':', cause_id)
                        WHERE id = ? AND locked_by = 'LOST'
                        """, cardId), cardId);
        one(jdbc.update("""
                        INSERT INTO card (id, member_key, product_sku_id, name, kind, uses_total, uses_left, uses_held,
                            uses_closed, paid_minor, declared_minor, value_used_minor, valid_from, valid_until, frozen_at,
                            status, cause_type, cause_id, piece, issued_at)
                        SELECT ?, member_key, product_sku_id, name, kind, uses_total, uses_left, 0, uses_closed, paid_minor,
                            declared_minor, value_used_minor, valid_from, valid_until, frozen_at, status, ?,
                            SUBSTRING(cause_id, LENGTH(CONCAT(id, ':')) + 1), piece, issued_at
                        FROM card WHERE id = ?
                        """, id, cause, cardId), cardId);
        for (String table : new String[] {"card_use", "card_service", "card_store", "card_share"}) {
            jdbc.update("UPDATE " + table + " SET card_id = ? WHERE card_id = ?", id, cardId);
        }
        one(jdbc.update("""
                        UPDATE card SET status = 'CLOSED', uses_closed = uses_total, uses_left = 0, value_used_minor = 0,
                            locked_by = NULL
                        WHERE id = ? AND locked_by = 'LOST'
                        """, cardId), cardId);
        Map<String, String> facts = Map.of("new", Long.toString(id));
        audit.add(AuditEntry.of(caller, origin, "CARD_REISSUED", "card:" + cardId, facts));
        return queries.card(id);
    }

    private static void one(int rows, long cardId) {
        Guard.one(rows, () -> new IllegalStateException("card " + cardId + " was changed by somebody else"));
    }
}
