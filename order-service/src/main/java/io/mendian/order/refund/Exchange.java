package io.mendian.order.refund;

import io.mendian.kernel.OrderId;

/** A return and a new order in one act; both happen at the same instant, or neither does. */
record Exchange(long id, OrderId order, long refund, OrderId newOrder, ExchangeStatus status, long carriedMinor) {

    /** How the tender of the new order and the part of the refund name it. */
    String reference() {
        return "X" + id;
    }
}
