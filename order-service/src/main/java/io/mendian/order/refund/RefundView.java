package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refund as people see it; amounts in the smallest unit of the currency. {@code requestedBy}: MEMBER, STAFF or SYSTEM. */
public record RefundView(
        String refundId,
        OrderId orderId,
        StoreId storeId,
        String kind,
        RefundStatus status,
        long amountMinor,
        long feesMinor,
        long pointsReturned,
        String currency,
        String requestedBy,
        @Nullable String reasonCode,
        String reason,
        String cause,
        @Nullable StaffId askedBy,
        @Nullable StaffId decidedBy,
        @Nullable String decisionNote,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant doneAt,
        @Nullable LocalDate businessDate,
        List<Line> lines,
        List<Part> parts) {

    /** Returned pieces; {@code formula} explains the amount of a card or a recharge. */
    public record Line(
            String lineId,
            long quantity,
            long netMinor,
            boolean restock,
            @Nullable AssetFormula formula) {}

    /**
     * The amount that goes back to one tender; {@code way} when not the way it came, {@code wantedWay} when somebody has asked
     * for one, {@code failure} says why a provider refused it.
     */
    public record Part(
            String partId,
            @Nullable Integer tenderNo,
            TenderKind kind,
            long amountMinor,
            @Nullable Long payerMinor,
            @Nullable RefundWay way,
            @Nullable RefundWay wantedWay,
            String status,
            @Nullable String failure,
            int attempts) {}

    static RefundView of(Refund refund) {
        Refund.Asked asked = refund.asked();
        return new RefundView(
                Long.toString(refund.id()),
                refund.order(),
                refund.store(),
                refund.kind().name(),
                refund.status(),
                refund.amounts().amountMinor(),
                refund.amounts().feesMinor(),
                refund.amounts().pointsReturned(),
                refund.amounts().currency(),
                asked.by().name(),
                asked.reasonCode(),
                asked.reason(),
                asked.cause().name(),
                asked.staff(),
                refund.decision().by(),
                refund.decision().note(),
                asked.at(),
                refund.decision().at(),
                refund.decision().overdueAt(),
                refund.doneAt(),
                refund.businessDate(),
                refund.lines().stream()
                        .map(line -> new Line(
                                Integer.toString(line.no()),
                                line.quantity(),
                                line.netMinor(),
                                line.restock(),
                                line.formula()))
                        .toList(),
                refund.parts().stream().map(RefundView::part).toList());
    }

    private static Part part(Refund.Part part) {
        return new Part(
                Long.toString(part.id()),
                part.tenderNo(),
                part.kind(),
                part.amountMinor(),
                part.payerMinor(),
                part.how().way(),
                part.how().wanted(),
                part.status().name(),
                part.failure(),
                part.attempts());
    }
}
