package io.mendian.order.refund;

/** How money goes back that cannot go the way it came. */
public enum RefundWay {
    /** Over the counter. */
    CASH,
    /** Onto the member's stored value, as principal. */
    STORED_VALUE,
    /** By a bank transfer made outside; its reference is kept. */
    BANK,
    /** It pays for the goods that are taken instead. */
    EXCHANGE;

    /** How the other services are told of it. */
    String told() {
        return this == STORED_VALUE ? "STORED_VALUE_CREDIT" : name();
    }
}
