package io.mendian.order.ordering;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderPlaced;
import io.mendian.contracts.order.Tender;
import java.util.Objects;

/** What the other services are told of an order. */
final class OrderEvents {

    private OrderEvents() {}

    static OrderPlaced placed(Order order) {
        return new OrderPlaced(
                order.id(),
                order.head().no(),
                order.head().store(),
                order.head().member(),
                order.head().channel().name(),
                order.amounts().payableMinor(),
                order.amounts().currency(),
                order.head().placedAt(),
                order.head().payUntil());
    }

    static OrderPaid paid(Order order) {
        return new OrderPaid(
                order.id(),
                order.head().no(),
                order.head().store(),
                order.head().member(),
                order.head().channel().name(),
                order.head().staff(),
                Objects.requireNonNull(order.state().businessDate()),
                Objects.requireNonNull(order.state().paidAt()),
                order.amounts().currency(),
                order.amounts().listMinor(),
                order.amounts().discountMinor(),
                order.amounts().payableMinor(),
                order.lines().stream().map(OrderEvents::line).toList(),
                order.tenders().stream().map(OrderEvents::tender).toList(),
                order.head().couponIds(),
                order.amounts().pointsUsed(),
                false,
                order.amounts().feesMinor(),
                order.amounts().roundingMinor());
    }

    static OrderCancelled cancelled(Order order) {
        return new OrderCancelled(
                order.id(),
                order.head().store(),
                order.head().member(),
                Objects.requireNonNull(order.state().reason()),
                Objects.requireNonNull(order.state().endedAt()));
    }

    private static OrderLine line(OrderedLine line) {
        return new OrderLine(
                line.lineId(),
                line.sku(),
                line.kind(),
                line.name(),
                line.category(),
                line.quantity(),
                line.listMinor(),
                line.netMinor(),
                line.staff(),
                line.cardTerms(),
                line.rechargeTerms(),
                line.exchangePoints() == 0 ? null : line.exchangePoints(),
                line.grams() == null ? null : Long.valueOf(line.onShelf(line.quantity())));
    }

    static Tender tender(PaidBy tender) {
        String label = tender.label();
        String reference = tender.kind() == TenderKind.BOOKED && label != null ? label : tender.reference();
        return new Tender(tender.kind().name(), tender.amountMinor(), reference, tender.valueMinor());
    }
}
