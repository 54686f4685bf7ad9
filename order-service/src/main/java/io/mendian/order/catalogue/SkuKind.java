package io.mendian.order.catalogue;

/** What buying a SKU means: stock leaves, work is done, a card is issued, stored value rises, or something is given away. */
public enum SkuKind {
    GOODS("件"),
    SERVICE("次"),
    CARD("张"),
    RECHARGE("份"),
    GIFT("件");

    private final String usualUnit;

    SkuKind(String usualUnit) {
        this.usualUnit = usualUnit;
    }

    /** The unit when none is named. */
    public String usualUnit() {
        return usualUnit;
    }

    boolean hasBarcodes() {
        return this == GOODS || this == GIFT;
    }
}
