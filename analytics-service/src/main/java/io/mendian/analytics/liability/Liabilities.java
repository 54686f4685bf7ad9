package io.mendian.analytics.liability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the chain owes for what was paid before, and what moved it in a period. Amounts in the smallest currency unit. */
public record Liabilities(
        GiftCards giftCards, String currency, @Nullable Instant lastEventAt) {

    /**
     * Gift cards.
     *
     * @param outstandingMinor what all cards are good for now, whatever the period
     * @param cards how many cards have something on them
     * @param changeMinor what the period's moves sum to
     */
    public record GiftCards(long outstandingMinor, long cards, long changeMinor, List<Move> moves) {}

    /** All postings of one cause: ISSUE, HOLD (spent), REFUND (given back), MOVE (into stored value), CARD_REFUND, OPENING. */
    public record Move(String cause, long entries, long amountMinor) {}
}
