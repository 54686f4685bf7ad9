package io.mendian.order.ordering;

/** Whoever keeps the drawers: is told, in the order's transaction, what came in and what is handed back. */
public interface TakingsBook {

    /** Tenders were added to {@code before}; the order may be paid by them now. */
    void covered(Order before, Order after);

    /** The order was cancelled at the till: cash that had been taken for it is handed back now. */
    void handedBack(Order cancelled);
}
