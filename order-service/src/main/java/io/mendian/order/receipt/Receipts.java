package io.mendian.order.receipt;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.Explanation;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.PaidBy;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundQueries;
import io.mendian.order.refund.RefundView;
import io.mendian.order.shift.Tills;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receipts of orders and refunds that the caller may see. */
@Component
public class Receipts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final OrderQueries orders;
    private final RefundQueries refunds;
    private final Stores stores;
    private final Tills tills;

    Receipts(OrderQueries orders, RefundQueries refunds, Stores stores, Tills tills) {
        this.orders = orders;
        this.refunds = refunds;
        this.stores = stores;
        this.tills = tills;
    }

    /** The receipt of an order as it stands; its text is laid out for {@code paper}. */
    public Receipt ofOrder(OrderId id, Paper paper, Caller caller) {
        Order order = orders.require(id, caller);
        Store store = store(order);
        Receipt receipt = new Receipt(
                Receipt.Kind.SALE,
                store.name(),
                order.head().no(),
                null,
                time(
                        Objects.requireNonNullElse(
                                order.state().paidAt(), order.head().placedAt()),
                        store),
                tills.nameFor(id.value()).orElse(null),
                staff(order.head().staff()),
                tills.noteOf(id.value()).orElse(null),
                Names.of(order.status()),
                order.amounts().currency(),
                order.lines().stream().map(Receipts::line).toList(),
                totals(order),
                order.tenders().stream().map(Receipts::tender).toList(),
                new Receipt.Points(
                        order.amounts().pointsUsed(),
                        order.lines().stream()
                                .mapToLong(OrderedLine::pointsMinor)
                                .sum(),
                        0),
                0,
                order.head().no(),
                "");
        return receipt.withText(Layout.text(receipt, paper));
    }

    /** Refuses a refund that the caller may not see like one that does not exist. */
    void requireRefund(long id, Caller caller) {
        RefundView ignored = refunds.require(id, caller);
    }

    /** What came back, as it is handed to the customer. */
    public Receipt ofRefund(long id, Paper paper, Caller caller) {
        RefundView refund = refunds.require(id, caller);
        Order order = orders.require(refund.orderId(), caller);
        Store store = store(order);
        Map<String, OrderedLine> lines =
                order.lines().stream().collect(Collectors.toMap(OrderedLine::lineId, Function.identity()));
        Receipt receipt = new Receipt(
                Receipt.Kind.REFUND,
                store.name(),
                order.head().no(),
                refund.refundId(),
                time(Objects.requireNonNullElse(refund.doneAt(), refund.createdAt()), store),
                tills.nameFor(id).orElse(null),
                staff(refund.askedBy()),
                refund.reason().isBlank() ? null : refund.reason(),
                Names.of(refund.status()),
                refund.currency(),
                refund.lines().stream()
                        .map(back -> back(Objects.requireNonNull(lines.get(back.lineId())), back))
                        .toList(),
                new Receipt.Totals(refund.amountMinor(), 0, List.of(), 0, refund.amountMinor(), 0, 0),
                refund.parts().stream()
                        .map(part -> new Receipt.Tender(
                                part.way() == null ? Names.of(part.kind()) : Names.of(part.way()),
                                part.amountMinor(),
                                null,
                                null))
                        .toList(),
                new Receipt.Points(0, 0, refund.pointsReturned()),
                0,
                refund.refundId(),
                "");
        return receipt.withText(Layout.text(receipt, paper));
    }

    private static Receipt.Totals totals(Order order) {
        return new Receipt.Totals(
                order.amounts().listMinor(),
                order.amounts().discountMinor(),
                order.amounts().fees().stream()
                        .map(fee -> new Receipt.Fee(fee.text(), fee.amountMinor()))
                        .toList(),
                order.amounts().roundingMinor(),
                order.amounts().payableMinor(),
                order.state().refundedMinor(),
                order.state().tipMinor());
    }

    private static Receipt.Line line(OrderedLine line) {
        return new Receipt.Line(
                line.name(),
                line.unit(),
                line.quantity(),
                line.unitListMinor(),
                line.listMinor(),
                line.netMinor(),
                discounts(line));
    }

    /** The rules that took something off, by name; what they leave unexplained stands as one more discount. */
    private static List<Receipt.Discount> discounts(OrderedLine line) {
        List<Receipt.Discount> named = line.explanations().stream()
                .filter(why -> why.amountMinor() < 0)
                .map((Explanation why) -> new Receipt.Discount(why.text(), -why.amountMinor()))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        long rest = line.listMinor()
                - line.netMinor()
                - named.stream().mapToLong(Receipt.Discount::amountMinor).sum();
        if (rest != 0) {
            named.add(new Receipt.Discount("其他优惠", rest));
        }
        return named;
    }

    private static Receipt.Line back(OrderedLine line, RefundView.Line back) {
        return new Receipt.Line(
                line.name(),
                line.unit(),
                back.quantity(),
                line.unitListMinor(),
                back.netMinor(),
                back.netMinor(),
                List.of());
    }

    private static Receipt.Tender tender(PaidBy tender) {
        return new Receipt.Tender(
                Names.of(tender.kind()) + (tender.kind() == TenderKind.BOOKED ? " " + tender.label() : ""),
                tender.amountMinor(),
                tender.receivedMinor(),
                tender.changeMinor());
    }

    private Store store(Order order) {
        return stores.find(order.head().store()).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    private static String time(Instant at, Store store) {
        return TIME.format(at.atZone(store.day().zone()));
    }

    /** The last digits are enough to find the person. */
    private static @Nullable String staff(@Nullable StaffId id) {
        return id == null ? null : id.text().substring(Math.max(0, id.text().length() - 4));
    }

    static void requirePaid(Order order) {
        if (order.status() == OrderStatus.PLACING
                || order.status() == OrderStatus.PENDING_PAYMENT
                || order.status() == OrderStatus.CANCELLED) {
            throw ReceiptProblem.RECEIPT_NOT_READY.with();
        }
    }
}
