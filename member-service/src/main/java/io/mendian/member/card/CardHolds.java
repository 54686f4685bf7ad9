package io.mendian.member.card;

import io.mendian.contracts.member.CardUsed;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.Split;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What checkouts do with cards: hold uses for a service, take them, free them, give them back. Every method belongs to its
 * caller's transaction.
 */
@Component
public class CardHolds {

    private final Cards cards;
    private final PayingCards paying;
    private final CardUses uses;
    private final Outbox outbox;
    private final Clock clock;

    CardHolds(Cards cards, PayingCards paying, CardUses uses, Outbox outbox, Clock clock) {
        this.cards = cards;
        this.paying = paying;
        this.uses = uses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Uses of one card; {@code valueMinor} of the price paid for it, 0 for a period card. */
    public record Part(long cardId, long uses, long valueMinor) {}

    /** Uses wanted for a service in a store; without a card id the platform chooses. */
    public record Wish(
            MemberKey member,
            SkuId service,
            StoreId store,
            long uses,
            @Nullable Long cardId) {}

    /**
     * Sets uses aside: of a period card first, for it counts none, then of the punch card that ends first; of several cards
     * when one has too few. Gives nothing, and takes nothing, when there are not enough.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Part> hold(Wish wish) {
        Instant now = clock.instant();
        UseCardCommand use = new UseCardCommand("", wish.member(), wish.service(), wish.store(), null, wish.cardId());
        List<CardRow> candidates = locked(paying.payingFor(use, now), wish.member());
        if (candidates.stream().noneMatch(card -> !card.isPunch())
                && candidates.stream().mapToLong(CardRow::usesFree).sum() < wish.uses()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        long left = wish.uses();
        for (CardRow card : candidates) {
            long part = card.isPunch() ? Math.min(card.usesFree(), left) : left;
            if (part > 0) {
                if (!cards.hold(card, part)) {
                    throw new IllegalStateException("card " + card.id() + " was locked, and yet changed");
                }
                parts.add(new Part(card.id(), part, cards.accountValue(card.id())));
                left -= part;
            }
        }
        return parts;
    }

    /** Locks in the order of ids, and gives those that still pay in the order of choice. */
    private List<CardRow> locked(List<CardRow> chosen, MemberKey user) {
        Map<Long, CardRow> fresh = new HashMap<>();
        chosen.stream()
                .map(CardRow::id)
                .sorted()
                .forEach(id -> fresh.put(id, cards.lock(id).orElseThrow()));
        return chosen.stream()
                .filter(card -> fresh.getOrDefault(card.id(), card).memberKey() == card.memberKey())
                .map(card -> fresh.getOrDefault(card.id(), card))
                .filter(card -> card.status() == CardStatus.ACTIVE && card.lockedBy() == null)
                .filter(card -> paying.mayUse(card, user))
                .toList();
    }

    /** Frees what was set aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(Part part) {
        cards.free(part.cardId(), part.uses(), part.valueMinor());
    }

    /** Takes what was set aside: one recorded use each, their values summing to the part's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Part part, Wish wish, String reference) {
        Instant now = clock.instant();
        CardRow card = cards.lock(part.cardId()).orElseThrow();
        cards.takeHeld(part.cardId(), part.uses());
        Long share = paying.shareOf(card, wish.member());
        for (long n = 1; n <= part.uses(); n++) {
            long value =
                    Split.share(part.valueMinor(), n, part.uses()) - Split.share(part.valueMinor(), n - 1, part.uses());
            long left = card.isPunch() ? card.usesLeft() - n : 0;
            String useId = reference + ":" + part.cardId() + ":" + n;
            UseCardCommand use =
                    new UseCardCommand(useId, wish.member(), wish.service(), wish.store(), null, part.cardId());
            if (!uses.claim(use, card, now)) {
                throw new IllegalStateException("use " + useId + " was recorded before");
            }
            uses.settle(useId, card.id(), share, left, value);
            outbox.add(new CardUsed(
                    wish.member(), Long.toString(card.id()), card.product(), left, wish.store(), null, useId, now));
        }
    }

    /** Puts one recorded use back on its card; nothing when it was put back before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(String reference, long cardId, long n) {
        String useId = reference + ":" + cardId + ":" + n;
        CardUseRow use = uses.lock(useId).orElseThrow();
        if (uses.giveBack(useId, clock.instant())) {
            cards.putOneBack(use.cardId(), use.valueMinor());
        }
    }
}
