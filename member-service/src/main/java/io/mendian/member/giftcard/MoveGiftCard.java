package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.Split;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what is on a gift card, or a part of it, into its holder's stored value: principal by the share that was paid for
 * the card, bonus the rest; on the running total, so that all moves end exactly.
 */
@UseCase
public class MoveGiftCard {

    private final GiftCards cards;
    private final GiftCardQueries queries;
    private final WalletLedger wallet;
    private final Clock clock;

    MoveGiftCard(GiftCards cards, GiftCardQueries queries, WalletLedger wallet, Clock clock) {
        this.cards = cards;
        this.queries = queries;
        this.wallet = wallet;
        this.clock = clock;
    }

    /** Null as amount moves all that is free. */
    @Transactional
    public GiftCardView move(MemberKey holder, long id, @Nullable Long amountMinor) {
        wallet.lockFree(holder);
        GiftCardRow card = cards.lock(id)
                .filter(known -> known.holder().equals(holder))
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
        // an ended term is no obstacle: the balance is its holder's
        if (card.lockedBy() != null
                || card.status() == GiftCardStatus.BLOCKED
                || card.status() == GiftCardStatus.CLOSED) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", card.status().name());
        }
        long amount = amountMinor == null ? card.freeMinor() : amountMinor;
        if (amount == 0 || amount > card.freeMinor()) {
            throw GiftCardProblem.GIFT_CARD_TOO_LITTLE.with("leftMinor", card.freeMinor());
        }
        long gone = card.valueMinor() - card.balanceMinor();
        long paid = Math.min(card.paidMinor(), card.valueMinor());
        long principal =
                Split.share(paid, gone + amount, card.valueMinor()) - Split.share(paid, gone, card.valueMinor());
        String move = Long.toString(Ids.next());
        cards.post(id, -amount, "MOVE", move, clock.instant());
        wallet.post(holder, new StoredValue(principal, amount - principal), "GIFT_CARD", id + ":" + move);
        return queries.own(holder, id);
    }
}
