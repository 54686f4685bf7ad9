package io.mendian.member.prepaid.web;

import io.mendian.kernel.OrderId;
import io.mendian.member.prepaid.RefundCause;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The line that a refund is to be reckoned for; kind (CARD, RECHARGE) is known from the sale and may be left out. */
record AssetRefundQuoteRequest(
        @NotNull OrderId orderId,
        @NotBlank @Size(max = 64) String lineId,
        @Nullable String kind,
        @NotNull RefundCause cause,
        @PositiveOrZero long paidMinor) {}
