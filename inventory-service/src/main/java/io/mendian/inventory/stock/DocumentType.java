package io.mendian.inventory.stock;

/** Why stock moves; every movement belongs to a document of one of these types. */
public enum DocumentType {
    RECEIPT,
    ISSUE,
    ADJUSTMENT,
    SALE,
    RETURN,
    TRANSFER_OUT,
    TRANSFER_IN;

    /** Whether an order that was paid or refunded made the document by itself. */
    boolean followsAnOrder() {
        return this == SALE || this == RETURN;
    }
}
