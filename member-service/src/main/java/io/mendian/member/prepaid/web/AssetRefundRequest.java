package io.mendian.member.prepaid.web;

import io.mendian.kernel.OrderId;
import io.mendian.member.prepaid.HoldAssetRefundCommand;
import io.mendian.member.prepaid.RefundCause;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** A line to be refunded, and the figure that the customer was shown; amounts in the smallest currency unit. */
record AssetRefundRequest(
        @NotBlank @Size(max = 64) String refundId,
        @NotNull OrderId orderId,
        @NotBlank @Size(max = 64) String lineId,
        @NotNull RefundCause cause,
        @PositiveOrZero long paidMinor,
        @PositiveOrZero long expectedRefundMinor) {

    HoldAssetRefundCommand command() {
        return new HoldAssetRefundCommand(refundId, orderId.value(), lineId, cause, paidMinor, expectedRefundMinor);
    }
}
