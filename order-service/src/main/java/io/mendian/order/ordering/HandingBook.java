package io.mendian.order.ordering;

/** Whoever hands goods over later: is told, in the order's transaction, what to keep for it and when it is paid. */
public interface HandingBook {

    /** A new order that is to be sent to {@code wish}. */
    void placed(Order order, HandingWish wish);

    /** The order is paid: what is not handed over at the counter is to be prepared or sent. */
    void paid(Order order);

    /** The order ended before that: nobody needs its recipient any more. */
    void ended(Order order);
}
