package io.mendian.order.ordering;

/** Means of payment. */
public enum TenderKind {
    CASH,
    STORED_VALUE,
    WECHAT_PAY
}
