package io.mendian.contracts.order;

/**
 * A means of payment and its amount in the smallest currency unit: CASH, WECHAT_PAY, STORED_VALUE, HISTORY; GIFT_CARD
 * (reference: the gift card's id); CARD_USE (a line paid by uses of a punch or period card: no money came in, reference is
 * the lineId, the amount what the line would have cost); BOOKED (money taken outside, reference: the label of its receipt).
 */
public record Tender(String kind, long amountMinor, String reference) {}
