package io.mendian.order.ordering;

/** Lets a test outside of this package try every move of an order. */
public final class OrderMoves {

    private OrderMoves() {}

    public static boolean isRefused(OrderStatus from, OrderStatus to) {
        try {
            return from.to(to) != to;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
