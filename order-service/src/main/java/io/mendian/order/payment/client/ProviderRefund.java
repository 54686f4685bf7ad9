package io.mendian.order.payment.client;

/** A refund as the provider tells of it: PROCESSING, SUCCESS, CLOSED or ABNORMAL. */
public record ProviderRefund(String outRefundNo, String refundId, String status, long amountMinor) {}
