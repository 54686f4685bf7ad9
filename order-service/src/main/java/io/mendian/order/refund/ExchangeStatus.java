package io.mendian.order.refund;

/** The life of an exchange. */
public enum ExchangeStatus {
    /** The pieces are reserved, the new order is being placed or waits for the difference. */
    RUNNING,
    /** The new order is paid, and the return has happened. */
    DONE,
    /** The new order ended unpaid or never was; the returned pieces stay sold. */
    CANCELLED
}
