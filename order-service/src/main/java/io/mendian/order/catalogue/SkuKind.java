package io.mendian.order.catalogue;

/**
 * What buying a SKU means: stock leaves, work is done, a card is issued, stored value rises, something is given away, or
 * an amount is taken without naming goods (quick receipt; built in, one fen a piece).
 */
public enum SkuKind {
    GOODS("件"),
    SERVICE("次"),
    CARD("张"),
    RECHARGE("份"),
    GIFT("件"),
    AMOUNT("分");

    private final String usualUnit;

    SkuKind(String usualUnit) {
        this.usualUnit = usualUnit;
    }

    /** The unit when none is named. */
    public String usualUnit() {
        return usualUnit;
    }

    /** Whether it lies on a shelf and can be handed over. */
    public boolean isThing() {
        return this == GOODS || this == GIFT;
    }

    boolean hasBarcodes() {
        return this == GOODS || this == GIFT;
    }
}
