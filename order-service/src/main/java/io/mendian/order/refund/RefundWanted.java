package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import java.util.List;

/** A refund that is to be begun. */
record RefundWanted(
        OrderId order, Refund.Kind kind, List<ReturnWish> wishes, Refund.Asked asked, List<WayChoice> ways) {}
