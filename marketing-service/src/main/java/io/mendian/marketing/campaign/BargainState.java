package io.mendian.marketing.campaign;

/** Where a bargain stands. */
public enum BargainState {
    /** The price is being cut. */
    OPEN,
    /** An unpaid order holds its price; it is not cut meanwhile. */
    ORDERED,
    BOUGHT,
    /** Its time was over when its member began another one. */
    OVER
}
