package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a running period card, or lets it run on: its end moves out by the time that it stood still. */
@UseCase
public class FreezeCard {

    private final Cards cards;
    private final CardQueries queries;
    private final Clock clock;
    private final AuditTrail audit;

    FreezeCard(Cards cards, CardQueries queries, Clock clock, AuditTrail audit) {
        this.cards = cards;
        this.queries = queries;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public CardView set(MemberKey member, long cardId, boolean frozen, Caller caller, Origin origin) {
        CardRow card = cards.lock(cardId)
                .filter(known -> known.member().equals(member))
                .orElseThrow(CardProblem.CARD_UNKNOWN::with);
        Instant now = clock.instant();
        Instant end = card.validUntil();
        if (frozen) {
            if (card.status() != CardStatus.ACTIVE || card.isPunch() || end == null || !end.isAfter(now)) {
                throw CardProblem.CARD_NOT_FREEZABLE.with();
            }
            cards.freeze(card, now);
        } else {
            Instant since = card.frozenAt();
            if (card.status() != CardStatus.FROZEN || end == null || since == null) {
                throw CardProblem.CARD_NOT_FROZEN.with();
            }
            cards.thaw(card, end.plus(Duration.between(since, now)));
        }
        Map<String, String> facts = Map.of("member", member.text());
        audit.add(AuditEntry.of(caller, origin, frozen ? "CARD_FROZEN" : "CARD_RESUMED", "card:" + cardId, facts));
        return queries.card(cardId);
    }
}
