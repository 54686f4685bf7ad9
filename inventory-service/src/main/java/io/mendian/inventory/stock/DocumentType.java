package io.mendian.inventory.stock;

/** Why stock moves; every movement belongs to a document of one of these types. */
public enum DocumentType {
    RECEIPT,
    ISSUE,
    ADJUSTMENT,
    SALE,
    RETURN,
    TRANSFER_OUT,
    TRANSFER_IN
}
