package io.mendian.analytics.liability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the chain owes for what was paid before, and what moved it in a period. Outstanding figures are those of now, whatever
 * the period. Amounts in the smallest currency unit.
 */
public record Liabilities(
        GiftCards giftCards,
        StoredValue storedValue,
        Deposits deposits,
        Points points,
        String currency,
        @Nullable Instant lastEventAt) {

    /**
     * Gift cards.
     *
     * @param outstandingMinor what all cards are good for now
     * @param cards how many cards have something on them
     * @param changeMinor what the period's moves sum to
     */
    public record GiftCards(long outstandingMinor, long cards, long changeMinor, List<Move> moves) {}

    /** Stored value: what was paid for it, and what was given on top. */
    public record StoredValue(long principalMinor, long bonusMinor, List<TwofoldMove> moves) {}

    /**
     * Deposits of pre-sales whose balance is not paid yet.
     *
     * @param orders how many orders wait for their balance
     */
    public record Deposits(long outstandingMinor, long orders, List<Move> moves) {}

    /**
     * Points that members have, also those they cannot use yet.
     *
     * @param pointsPerCurrencyUnit by the rule of now; null: member-service did not answer
     * @param worthMinor what all of them pay by that rule
     */
    public record Points(
            long points,
            long members,
            @Nullable Long pointsPerCurrencyUnit,
            @Nullable Long worthMinor) {}

    /** All postings of one cause. */
    public record Move(String cause, long entries, long amountMinor) {}

    /** All postings of one cause, in both ledgers. */
    public record TwofoldMove(String cause, long entries, long principalMinor, long bonusMinor) {}
}
