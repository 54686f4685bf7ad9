package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refund with its lines and the parts that go back to the tenders. */
record Refund(
        long id,
        OrderId order,
        StoreId store,
        Kind kind,
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

    /** Why money goes back: pieces came back, or it was never needed. */
    enum Kind {
        RETURN,
        SURPLUS
    }

    record Line(int no, long quantity, long netMinor, boolean restock) {}

    /** Where a part stands: not yet asked for, accepted by the provider, back, or refused. */
    enum PartStatus {
        PENDING,
        REQUESTED,
        DONE,
        FAILED
    }

    record Part(
            long id,
            @Nullable Integer tenderNo,
            @Nullable Long paymentId,
            TenderKind kind,
            String reference,
            long amountMinor,
            long totalMinor,
            PartStatus status,
            @Nullable String failure,
            int attempts) {

        /** The number the provider knows it by; never changes. */
        String number() {
            return "R" + id;
        }
    }

    boolean isBack() {
        return parts.stream().allMatch(part -> part.status() == PartStatus.DONE);
    }

    OrderReturns.Booking booking() {
        Map<Integer, Long> byTender = parts.stream()
                .collect(Collectors.toMap(
                        part -> Objects.requireNonNull(part.tenderNo()), Part::amountMinor, Math::addExact));
        return new OrderReturns.Booking(
                amountMinor,
                pointsReturned,
                lines.stream()
                        .map(line -> new OrderReturns.Pieces(line.no(), line.quantity(), line.netMinor()))
                        .toList(),
                byTender);
    }
}
