package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of a paid order came back. refundedSoFarMinor includes this refund; pointsReturned are points that had been used as cash and come back with these pieces; full: nothing is left of the order. */
@EventType(topic = "mendian.order", type = "order.refunded.v1")
public record OrderRefunded(
        OrderId orderId,
        String refundId,
        StoreId storeId,
        @Nullable MemberKey memberKey,
        LocalDate businessDate,
        Instant refundedAt,
        String currency,
        long amountMinor,
        long refundedSoFarMinor,
        long paidMinor,
        List<RefundLine> lines,
        List<Tender> tenders,
        List<String> couponIds,
        long pointsReturned,
        boolean full)
        implements DomainEvent {

    @Override
    public String key() {
        return orderId.text();
    }
}
