package io.mendian.order.ordering;

import io.mendian.runtime.problem.ProblemException;

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

    public static boolean isRefused(FulfilmentStatus from, FulfilmentStatus to) {
        try {
            return from.to(to) != to;
        } catch (ProblemException e) {
            return true;
        }
    }

    public static FulfilmentStatus whenPaid(Handing handing) {
        return handing.whenPaid();
    }
}
