package io.mendian.member.card;

import io.mendian.contracts.member.CardUsed;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one use from a card that pays for the service in this store: the member's own, or one that is shared with him. The
 * same use id is the same use.
 */
@UseCase
public class UseCard {

    private final Cards cards;
    private final PayingCards paying;
    private final CardUses uses;
    private final Outbox outbox;
    private final Clock clock;

    UseCard(Cards cards, PayingCards paying, CardUses uses, Outbox outbox, Clock clock) {
        this.cards = cards;
        this.paying = paying;
        this.uses = uses;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public CardUseView use(UseCardCommand command) {
        CardUseRow known = uses.find(command.useId()).orElse(null);
        if (known != null) {
            return again(known, command);
        }
        Instant now = clock.instant();
        List<CardRow> candidates = paying.payingFor(command, now);
        if (candidates.isEmpty()) {
            throw CardProblem.NO_CARD_FOR_SERVICE.with();
        }
        // claimed before it is taken: a second scan with this id waits here, and then finds the first
        if (!uses.claim(command, candidates.getFirst(), now)) {
            return again(uses.lock(command.useId()).orElseThrow(UseCard::vanished), command);
        }
        for (CardRow card : candidates) {
            if (paying.mayUse(card, command.memberKey()) && cards.takeOne(card, now)) {
                return taken(command, card, now);
            }
        }
        throw CardProblem.NO_CARD_FOR_SERVICE.with();
    }

    private CardUseView taken(UseCardCommand command, CardRow card, Instant now) {
        long value = cards.accountValue(card.id());
        long left = cards.usesLeft(card.id());
        uses.settle(command.useId(), card.id(), paying.shareOf(card, command.memberKey()), left, value);
        outbox.add(new CardUsed(
                command.memberKey(),
                Long.toString(card.id()),
                card.product(),
                left,
                command.storeId(),
                command.staffId(),
                command.useId(),
                now));
        return new CardUseView(Long.toString(card.id()), card.isPunch() ? left : null);
    }

    private CardUseView again(CardUseRow known, UseCardCommand command) {
        if (!known.isFor(command)) {
            throw CardProblem.CARD_USE_DIFFERS.with();
        }
        if (known.isGivenBack()) {
            throw CardProblem.CARD_USE_GIVEN_BACK.with();
        }
        boolean punch = cards.lock(known.cardId()).map(CardRow::isPunch).orElse(true);
        return new CardUseView(Long.toString(known.cardId()), punch ? known.usesLeft() : null);
    }

    private static ConcurrencyFailureException vanished() {
        return new PessimisticLockingFailureException("a use was claimed and given up at the same instant; try again");
    }
}
