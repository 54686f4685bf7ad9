package io.mendian.order.ordering;

/** How the goods of an order come to the customer. */
public enum Handing {
    /** Over the counter, or at once: done the moment it is paid. */
    COUNTER("柜台"),
    /** He fetches them once they are ready. */
    PICKUP("自提"),
    /** They are sent to an address. */
    DELIVERY("快递");

    private final String zh;

    Handing(String zh) {
        this.zh = zh;
    }

    /** The word for people. */
    public String zh() {
        return zh;
    }

    /** Where a paid order begins. */
    FulfilmentStatus whenPaid() {
        return switch (this) {
            case COUNTER -> FulfilmentStatus.DONE;
            case PICKUP -> FulfilmentStatus.TO_PREPARE;
            case DELIVERY -> FulfilmentStatus.TO_SHIP;
        };
    }
}
