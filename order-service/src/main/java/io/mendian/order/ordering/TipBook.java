package io.mendian.order.ordering;

/** Whoever keeps the tips: books one in the transaction in which its order is paid, and gives the order with it. */
public interface TipBook {

    Order left(Order paid, TipLeft tip);
}
