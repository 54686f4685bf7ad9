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

/**
 * Pieces of a paid order came back. refundedSoFarMinor includes this refund; amountMinor = the lines' net amounts + feesMinor
 * (fees of the order as a whole, which go back with the refund that leaves nothing). Tenders are those of the order with its
 * references, or how the money went instead: CASH, BANK, STORED_VALUE_CREDIT (a credit of principal), EXCHANGE (it paid for the
 * goods taken instead). The reference of STORED_VALUE is the order whose hold had paid. pointsReturned are points that had been
 * used as cash or were part of a price; full: nothing is left of the order.
 */
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
        boolean full,
        @Nullable Long feesMinor)
        implements DomainEvent {

    /** A refund without fees. */
    public OrderRefunded(
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
            boolean full) {
        this(
                orderId,
                refundId,
                storeId,
                memberKey,
                businessDate,
                refundedAt,
                currency,
                amountMinor,
                refundedSoFarMinor,
                paidMinor,
                lines,
                tenders,
                couponIds,
                pointsReturned,
                full,
                null);
    }

    @Override
    public String key() {
        return orderId.text();
    }
}
