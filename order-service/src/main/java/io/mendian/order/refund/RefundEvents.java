package io.mendian.order.refund;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the other services are told of a refund. */
final class RefundEvents {

    private RefundEvents() {}

    static OrderRefunded refunded(
            Order order, Refund refund, Map<Long, Long> usesValue, boolean full, Instant now, LocalDate date) {
        Map<Integer, OrderedLine> lines = new HashMap<>();
        order.lines().forEach(line -> lines.put(line.no(), line));
        return new OrderRefunded(
                order.id(),
                Long.toString(refund.id()),
                refund.store(),
                order.head().member(),
                date,
                now,
                refund.amounts().currency(),
                refund.amounts().amountMinor(),
                order.state().refundedDoneMinor() + refund.amounts().amountMinor(),
                order.amounts().payableMinor(),
                refund.lines().stream()
                        .map(line -> returned(Objects.requireNonNull(lines.get(line.no())), line))
                        .toList(),
                refund.parts().stream()
                        .map(part -> tender(order, part, usesValue.get(part.id())))
                        .toList(),
                full ? order.head().couponIds() : List.of(),
                refund.amounts().pointsReturned(),
                full,
                refund.amounts().feesMinor() == 0 ? null : refund.amounts().feesMinor());
    }

    /** The tender as it was paid, or the way its money went instead. */
    private static Tender tender(Order order, Refund.Part part, @Nullable Long usesValue) {
        RefundWay way = part.how().way();
        return way == null
                ? new Tender(part.kind().name(), part.amountMinor(), label(order, part), usesValue)
                : new Tender(
                        way.told(),
                        part.amountMinor(),
                        Objects.requireNonNullElse(part.how().reference(), part.number()));
    }

    /** A booked receipt is named by its label, as when it was told of first. */
    private static String label(Order order, Refund.Part part) {
        return order.tenders().stream()
                .filter(tender -> part.kind() == TenderKind.BOOKED
                        && tender.kind() == TenderKind.BOOKED
                        && tender.reference().equals(part.reference()))
                .flatMap(tender -> Stream.ofNullable(tender.label()))
                .findFirst()
                .orElse(part.reference());
    }

    private static RefundLine returned(OrderedLine line, Refund.Line back) {
        return new RefundLine(
                line.lineId(),
                line.sku(),
                line.kind(),
                line.name(),
                line.category(),
                back.quantity(),
                back.netMinor(),
                back.restock(),
                line.grams() == null ? null : Long.valueOf(line.onShelf(back.quantity())));
    }
}
