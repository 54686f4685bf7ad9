package io.mendian.inventory.stock;

/** Why stock is issued without a sale, or corrected. */
public enum AdjustmentReason {
    INTERNAL_USE(DocumentType.ISSUE),
    SAMPLE(DocumentType.ISSUE),
    DAMAGED(DocumentType.ISSUE),
    EXPIRED(DocumentType.ISSUE),
    RETURNED_TO_SUPPLIER(DocumentType.ISSUE),
    COUNTED(DocumentType.ADJUSTMENT),
    LOST(DocumentType.ADJUSTMENT),
    FOUND(DocumentType.ADJUSTMENT),
    CORRECTION(DocumentType.ADJUSTMENT);

    private final DocumentType type;

    AdjustmentReason(DocumentType type) {
        this.type = type;
    }

    /** An issue only takes stock away; an adjustment may do both. */
    public DocumentType type() {
        return type;
    }
}
