package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a running period card, or lets it run on: its end moves out by the time that it stood still. */
@UseCase
public class FreezeCard {

    private final Cards cards;
    private final CardQueries queries;
    private final Clock clock;

    FreezeCard(Cards cards, CardQueries queries, Clock clock) {
        this.cards = cards;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    public CardView set(MemberKey member, long cardId, boolean frozen) {
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
        return queries.card(cardId);
    }
}
