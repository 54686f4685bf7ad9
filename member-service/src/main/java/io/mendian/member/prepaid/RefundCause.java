package io.mendian.member.prepaid;

/** Why a prepaid contract ends: because of the merchant, or because of the consumer. */
public enum RefundCause {
    MERCHANT,
    CONSUMER
}
