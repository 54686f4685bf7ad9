package io.mendian.contracts.order;

import org.jspecify.annotations.Nullable;

/**
 * A means of payment and its amount in the smallest currency unit: CASH, WECHAT_PAY, STORED_VALUE, HISTORY; GIFT_CARD
 * (reference: the gift card's id); CARD_USE (a line paid by uses of a punch or period card: no money came in, reference is
 * the lineId, the amount what the line would have cost, valueMinor what these uses had cost when the card was sold); BOOKED
 * (money taken outside, reference: the label of its receipt); EXCHANGE (the money of goods that were exchanged).
 */
public record Tender(
        String kind,
        long amountMinor,
        String reference,
        @Nullable Long valueMinor) {

    /** A tender whose amount says everything. */
    public Tender(String kind, long amountMinor, String reference) {
        this(kind, amountMinor, reference, null);
    }
}
