package io.mendian.order.payment.client;

/** A refund as the provider tells of it: PROCESSING, SUCCESS, CLOSED or ABNORMAL; {@code payerMinor}: the payer's part, or -1. */
public record ProviderRefund(String outRefundNo, String refundId, String status, long amountMinor, long payerMinor) {}
