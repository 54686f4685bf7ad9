package io.mendian.order.ordering;

/** Means of payment. */
public enum TenderKind {
    CASH,
    STORED_VALUE,
    WECHAT_PAY,
    /** A gift card; the reference is its id. */
    GIFT_CARD,
    /** A use of a punch or period card instead of money; the reference is the line it pays. */
    CARD_USE,
    /** Money taken outside of this system, booked by hand; the reference is a label. */
    BOOKED,
    /** Money of an earlier order whose pieces were exchanged for these; the reference is the exchange. */
    EXCHANGE
}
