package io.mendian.order.ordering;

/** Means of payment. */
public enum TenderKind {
    CASH,
    STORED_VALUE,
    WECHAT_PAY,
    GIFT_CARD,
    /** A line paid by uses of a punch or period card: no money comes in, what was sold before is consumed. */
    CARD_USE,
    /** Money taken outside, such as by a bank terminal or a personal code, and booked by hand with a label. */
    BOOKED,
    /** Money of an earlier order whose pieces were exchanged for these; the reference is the exchange. */
    EXCHANGE
}
