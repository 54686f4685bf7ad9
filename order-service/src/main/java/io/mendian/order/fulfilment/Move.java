package io.mendian.order.fulfilment;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.FulfilmentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of an order towards its customer; each is made once. */
record Move(
        FulfilmentStatus from,
        FulfilmentStatus to,
        By by,
        @Nullable StaffId staff,
        Instant at,
        List<FulfilmentChanged.Piece> pieces) {

    /** Who made it. */
    enum By {
        PAYMENT,
        STAFF,
        MEMBER,
        TIMER
    }
}
