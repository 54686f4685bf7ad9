package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refund as people see it; amounts in the smallest unit of the currency. */
public record RefundView(
        String refundId,
        OrderId orderId,
        StoreId storeId,
        String kind,
        RefundStatus status,
        long amountMinor,
        long pointsReturned,
        String currency,
        String reason,
        @Nullable StaffId askedBy,
        @Nullable StaffId decidedBy,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable LocalDate businessDate,
        List<Line> lines,
        List<Part> parts) {

    /** Returned pieces. */
    public record Line(String lineId, long quantity, long netMinor, boolean restock) {}

    /** The amount that goes back to one tender; {@code failure} says why a provider refused it. */
    public record Part(
            String partId,
            TenderKind kind,
            long amountMinor,
            String status,
            @Nullable String failure,
            int attempts) {}

    static RefundView of(Refund refund) {
        return new RefundView(
                Long.toString(refund.id()),
                refund.order(),
                refund.store(),
                refund.kind().name(),
                refund.status(),
                refund.amountMinor(),
                refund.pointsReturned(),
                refund.currency(),
                refund.reason(),
                refund.askedBy(),
                refund.decidedBy(),
                refund.createdAt(),
                refund.doneAt(),
                refund.businessDate(),
                refund.lines().stream()
                        .map(line ->
                                new Line(Integer.toString(line.no()), line.quantity(), line.netMinor(), line.restock()))
                        .toList(),
                refund.parts().stream()
                        .map(part -> new Part(
                                Long.toString(part.id()),
                                part.kind(),
                                part.amountMinor(),
                                part.status().name(),
                                part.failure(),
                                part.attempts()))
                        .toList());
    }
}
