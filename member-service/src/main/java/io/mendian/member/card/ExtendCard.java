package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Moves the end of a card out by days; one that has ended pays again when its new end is ahead. */
@UseCase
public class ExtendCard {

    private final Cards cards;
    private final CardQueries queries;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    ExtendCard(Cards cards, CardQueries queries, JdbcTemplate jdbc, AuditTrail audit) {
        this.cards = cards;
        this.queries = queries;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public CardView extend(MemberKey owner, long cardId, int days, String reason, Caller caller, Origin origin) {
        CardRow card = cards.lock(cardId)
                .filter(known -> known.member().equals(owner) && known.status() != CardStatus.CLOSED)
                .orElseThrow(CardProblem.CARD_UNKNOWN::with);
        if (card.validUntil() == null) {
            throw CardProblem.CARD_WITHOUT_END.with();
        }
        int rows = jdbc.update(
                "UPDATE card SET valid_until = ? WHERE id = ? AND valid_until = ? AND status <> 'CLOSED'",
                Timestamp.from(card.validUntil().plus(Duration.ofDays(days))),
                cardId,
                Timestamp.from(card.validUntil()));
        Guard.one(rows, () -> new IllegalStateException("card " + cardId + " was changed by somebody else"));
        Map<String, String> facts = Map.of("days", Integer.toString(days), "reason", reason);
        audit.add(AuditEntry.of(caller, origin, "CARD_EXTENDED", "card:" + cardId, facts));
        return queries.card(cardId);
    }
}
