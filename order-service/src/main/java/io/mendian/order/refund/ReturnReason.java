package io.mendian.order.refund;

/** A reason for returns as headquarters lists it; {@code cause} MERCHANT or CONSUMER, {@code restock}: whether pieces usually go back on the shelf. */
public record ReturnReason(
        String code, String textZh, String textEn, String cause, boolean restock, boolean active, int position) {}
