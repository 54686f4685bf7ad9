package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What checkouts do with gift cards: hold, spend, free, give back. Every method belongs to its caller's transaction, cards
 * are locked in the order of their ids, and one cause posts once.
 */
@Component
public class GiftCardLedger {

    private final GiftCards cards;
    private final Clock clock;

    GiftCardLedger(GiftCards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** Locks cards, so that what is read of them stays until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<Long> ids) {
        new TreeSet<>(ids).forEach(cards::lock);
    }

    /** Sets an amount aside; refused when the card may not pay, or has too little. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long id, @Nullable MemberKey payer, long amountMinor) {
        GiftCardRow card = cards.lock(id).orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
        requirePays(card, payer);
        if (card.freeMinor() < amountMinor) {
            throw GiftCardProblem.GIFT_CARD_TOO_LITTLE.with("leftMinor", card.freeMinor());
        }
        cards.hold(id, amountMinor);
    }

    private void requirePays(GiftCardRow card, @Nullable MemberKey payer) {
        if (card.lockedBy() != null) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", "REFUND");
        }
        if (card.status() != GiftCardStatus.ACTIVE) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", card.status().name());
        }
        if (!card.validUntil().isAfter(clock.instant())) {
            throw GiftCardProblem.GIFT_CARD_EXPIRED.with();
        }
        if (card.named() && !card.holder().equals(payer)) {
            throw GiftCardProblem.GIFT_CARD_NOT_YOURS.with();
        }
    }

    /** Frees what was set aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(long id, long amountMinor) {
        cards.free(id, amountMinor);
    }

    /** Spends what was set aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spendHeld(long id, long amountMinor, String causeType, String causeId) {
        cards.free(id, amountMinor);
        cards.post(id, -amountMinor, causeType, causeId, clock.instant());
    }

    /** Takes an amount that was not held; false when the card cannot give it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeLate(long id, long amountMinor, String causeType, String causeId) {
        GiftCardRow card = cards.lock(id).orElse(null);
        // what was paid counts, so a term that ended meanwhile does not matter; a block or a refund does
        if (card == null
                || card.status() != GiftCardStatus.ACTIVE
                || card.lockedBy() != null
                || card.freeMinor() < amountMinor) {
            return false;
        }
        cards.post(id, -amountMinor, causeType, causeId, clock.instant());
        return true;
    }

    /** Puts money of a returned order back on the card it came from; nothing when this cause did it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(long id, long amountMinor, String causeType, String causeId) {
        Instant now = clock.instant();
        if (cards.lock(id).isPresent() && !cards.isPosted(id, causeType, causeId)) {
            cards.post(id, amountMinor, causeType, causeId, now);
        }
    }

    /** Whether a card pays by itself, without a person's attention: money put back on a closed one needs a person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isClosed(long id) {
        return cards.lock(id)
                .filter(card -> card.status() != GiftCardStatus.CLOSED)
                .isEmpty();
    }

    /** Whether this cause has posted to the card. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isPosted(long id, String causeType, String causeId) {
        return cards.isPosted(id, causeType, causeId);
    }
}
