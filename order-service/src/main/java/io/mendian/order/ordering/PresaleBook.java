package io.mendian.order.ordering;

/** Whoever keeps the deposits of pre-sale orders: is told of each step inside the order's transaction. */
public interface PresaleBook {

    /** The order takes its pieces of the offer; refused when they are gone. */
    void placed(Order order);

    /** Money came in: the deposit is a debt to the customer until the order is paid. */
    void covered(Order before, Order after);

    /** The order ended unpaid; its deposit was kept ({@code keptMinor} of its state), or goes back. */
    void ended(Order cancelled);
}
