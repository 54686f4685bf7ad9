package io.mendian.order.payment.client;

import org.jspecify.annotations.Nullable;

/** A payment as the provider tells of it; {@code totalMinor} is what we asked for, {@code payerMinor} the payer's own part, in fen. */
public record Trade(
        String appId,
        String merchantId,
        String outTradeNo,
        String state,
        @Nullable String transactionId,
        long totalMinor,
        long payerMinor,
        String currency) {

    /** Whether money came in; a refunded trade was paid before. */
    public boolean isPaid() {
        return state.equals("SUCCESS") || state.equals("REFUND");
    }

    public boolean isOver() {
        return state.equals("CLOSED") || state.equals("REVOKED") || state.equals("PAYERROR");
    }
}
