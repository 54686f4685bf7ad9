package io.mendian.order.refund;

import org.jspecify.annotations.Nullable;

/** The way chosen for money that cannot go back the way it came; {@code reference}: that of a bank transfer. */
public record WayChoice(
        int tenderNo, RefundWay way, @Nullable String reference) {}
