package io.mendian.order.payment.client;

/** The provider's bill of one day, checked against its hash: its text, or nothing where the day had no payment. */
public sealed interface TradeBill {

    /** The whole bill and its SHA-1. */
    record Ready(String text, String sha1) implements TradeBill {}

    /** No payment and no refund on that day. */
    record Empty() implements TradeBill {}

    /** The provider makes it later (10 o'clock of the next day). */
    record NotYet() implements TradeBill {}
}
