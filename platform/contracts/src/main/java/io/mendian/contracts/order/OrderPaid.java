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

/**
 * An order is paid in full. Published once per order; holds taken under the order id are to be confirmed. history: taken over
 * from an old till, holds nothing and moves no stock. listMinor - discountMinor + feesMinor + roundingMinor = payableMinor:
 * fees (service charge, packaging …) are on top of the lines, rounding (抹零, never above 0) is inside the lines' net amounts.
 * pointsUsed are all points: those used as cash and those of points goods.
 */
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
        boolean history,
        @Nullable Long feesMinor,
        @Nullable Long roundingMinor)
        implements DomainEvent {

    /** An order without fees and rounding. */
    public OrderPaid(
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
            boolean history) {
        this(
                orderId,
                orderNo,
                storeId,
                memberKey,
                channel,
                staffId,
                businessDate,
                paidAt,
                currency,
                listMinor,
                discountMinor,
                payableMinor,
                lines,
                tenders,
                couponIds,
                pointsUsed,
                history,
                null,
                null);
    }

    @Override
    public String key() {
        return orderId.text();
    }
}
