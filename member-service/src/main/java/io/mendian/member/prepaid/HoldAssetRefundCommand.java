package io.mendian.member.prepaid;

/** A line that is to be refunded, and the figure that the customer was shown; amounts in the smallest currency unit. */
public record HoldAssetRefundCommand(
        String refundId, long orderId, String lineId, RefundCause cause, long paidMinor, long expectedRefundMinor) {}
