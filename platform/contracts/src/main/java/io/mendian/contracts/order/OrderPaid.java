package io.mendian.contracts.order;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order is paid in full. Published once per order; holds taken under the order id are to be confirmed. history: taken over from an old till, holds nothing and moves no stock. */
@EventType(topic = "mendian.order", type = "order.paid.v1")
public record OrderPaid(
        OrderId orderId,
        String orderNo,
        StoreId storeId,
        @Nullable MemberKey memberKey,
        String channel,
        @Nullable StaffId staffId,
        LocalDate businessDate,
        Instant paidAt,
        String currency,
        long listMinor,
        long discountMinor,
        long payableMinor,
        List<OrderLine> lines,
        List<Tender> tenders,
        List<String> couponIds,
        long pointsUsed,
        boolean history)
        implements DomainEvent {

    @Override
    public String key() {
        return orderId.text();
    }
}
