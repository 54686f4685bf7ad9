package io.mendian.order.refund;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.payment.WeChatPayment;
import io.mendian.order.shift.ShiftBook;
import io.mendian.order.store.Stores;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a refund. Locks: order, then refund. */
@UseCase
class RefundSteps {

    private final Refunds refunds;
    private final OrderReturns returns;
    private final Stores stores;
    private final Outbox outbox;
    private final ShiftBook shiftBook;
    private final Clock clock;

    RefundSteps(Refunds refunds, OrderReturns returns, Stores stores, Outbox outbox, ShiftBook shiftBook, Clock clock) {
        this.refunds = refunds;
        this.returns = returns;
        this.stores = stores;
        this.outbox = outbox;
        this.shiftBook = shiftBook;
        this.clock = clock;
    }

    /** Plans under the order's lock, reserves pieces and money, and keeps the refund with the numbers of its parts. */
    @Transactional
    public Refund begin(long id, RequestRefund.Command command, long approvalAbove) {
        Order order = returns.lock(command.order());
        if (refunds.find(id).isPresent()) {
            return refunds.find(id).orElseThrow();
        }
        RefundPlan plan = RefundPlanner.plan(order, command.wishes());
        boolean waits = plan.amountMinor() > approvalAbove;
        Refund refund = new Refund(
                id,
                order.id(),
                order.head().store(),
                Refund.Kind.RETURN,
                waits ? RefundStatus.WAITING_APPROVAL : RefundStatus.REFUNDING,
                plan.amountMinor(),
                plan.pointsReturned(),
                order.amounts().currency(),
                command.reason(),
                command.askedBy(),
                null,
                clock.instant(),
                null,
                null,
                plan.lines().stream()
                        .map(line -> new Refund.Line(line.no(), line.quantity(), line.netMinor(), line.restock()))
                        .toList(),
                plan.parts().stream().map(part -> part(order, part)).toList());
        returns.reserve(order.id(), refund.booking());
        refunds.insert(refund, waits ? null : clock.instant());
        return refund;
    }

    /** The refund of money that an order did not need. */
    @Transactional
    public Refund beginSurplus(WeChatPayment payment) {
        Refund.Part part = new Refund.Part(
                Ids.next(),
                null,
                payment.id(),
                TenderKind.WECHAT_PAY,
                payment.outTradeNo(),
                payment.amountMinor(),
                payment.amountMinor(),
                Refund.PartStatus.PENDING,
                null,
                0);
        Refund refund = new Refund(
                Ids.next(),
                payment.order(),
                payment.store(),
                Refund.Kind.SURPLUS,
                RefundStatus.REFUNDING,
                payment.amountMinor(),
                0,
                payment.currency(),
                "多收款自动退回",
                null,
                null,
                clock.instant(),
                null,
                null,
                List.of(),
                List.of(part));
        refunds.insert(refund, clock.instant());
        return refund;
    }

    @Transactional
    public Refund approve(long id, StaffId by) {
        Refund refund = waiting(id, by);
        refunds.change(refund, RefundStatus.REFUNDING, by);
        refunds.start(id, clock.instant());
        return refunds.find(id).orElseThrow();
    }

    @Transactional
    public Refund reject(OrderId orderId, long id, StaffId by) {
        Order order = returns.lock(orderId);
        Refund refund = waiting(id, by);
        refunds.change(refund, RefundStatus.REJECTED, by);
        returns.giveBack(order.id(), refund.booking());
        return refunds.find(id).orElseThrow();
    }

    private Refund waiting(long id, StaffId by) {
        Refund refund = require(id);
        if (refund.status() != RefundStatus.WAITING_APPROVAL) {
            throw RefundProblem.REFUND_NOT_WAITING.with("status", refund.status());
        }
        if (by.equals(refund.askedBy())) {
            throw RefundProblem.REFUND_SECOND_PERSON.with();
        }
        return refund;
    }

    @Transactional
    public void retry(long id) {
        Refund refund = require(id);
        if (refund.status() != RefundStatus.FAILED) {
            throw RefundProblem.REFUND_NOT_FAILED.with("status", refund.status());
        }
        refunds.change(refund, RefundStatus.REFUNDING, null);
        refunds.start(id, clock.instant());
    }

    /** A provider refused a part for good. */
    @Transactional
    public void failed(long id, Refund.Part part, String failure) {
        Refund refund = require(id);
        refunds.part(part, Refund.PartStatus.FAILED, failure, null);
        if (refund.status() == RefundStatus.REFUNDING) {
            refunds.change(refund, RefundStatus.FAILED, null);
        }
    }

    /** Cash is handed over by the clerk, out of the open shift's drawer; stored value is booked back by member-service. */
    @Transactional
    public void handedOver(Refund refund, Refund.Part part) {
        Order order = returns.lock(refund.order());
        boolean first = refunds.partBack(part.id(), null, clock.instant());
        if (first && part.kind() == TenderKind.CASH) {
            shiftBook.refunded(List.of(back(order, refund, part)));
        }
    }

    private static ShiftBook.Back back(Order order, Refund refund, Refund.Part part) {
        return new ShiftBook.Back(
                refund.id(), part.id(), part.kind().name(), part.amountMinor(), order, refund.askedBy());
    }

    /** When every part is back the refund is done, and everybody is told once. */
    @Transactional
    public Refund finish(OrderId orderId, long id) {
        Order order = returns.lock(orderId);
        Refund refund = require(id);
        boolean running = refund.status() == RefundStatus.REFUNDING || refund.status() == RefundStatus.FAILED;
        if (!running || !refund.isBack()) {
            return refund;
        }
        Instant now = clock.instant();
        LocalDate date = stores.requireWithDayOpen(refund.store()).businessDateOf(now);
        refunds.finish(refund, now, date);
        if (refund.kind() == Refund.Kind.RETURN) {
            boolean full = RefundPlanner.isFull(order, refunds.doneByLine(order.id()));
            returns.done(order, refund.amountMinor(), full);
            shiftBook.refunded(refund.parts().stream()
                    .filter(part -> part.kind() != TenderKind.CASH)
                    .map(part -> back(order, refund, part))
                    .toList());
            boolean cash = refund.parts().stream().anyMatch(part -> part.kind() == TenderKind.CASH);
            shiftBook.returned(order, refund.id(), refund.amountMinor(), cash);
            outbox.add(event(order, refund, full, now, date));
        }
        return refunds.find(id).orElseThrow();
    }

    private static OrderRefunded event(Order order, Refund refund, boolean full, Instant now, LocalDate date) {
        Map<Integer, OrderedLine> lines = new HashMap<>();
        order.lines().forEach(line -> lines.put(line.no(), line));
        return new OrderRefunded(
                order.id(),
                Long.toString(refund.id()),
                refund.store(),
                order.head().member(),
                date,
                now,
                refund.currency(),
                refund.amountMinor(),
                order.state().refundedDoneMinor() + refund.amountMinor(),
                order.amounts().payableMinor(),
                refund.lines().stream()
                        .map(line -> returned(java.util.Objects.requireNonNull(lines.get(line.no())), line))
                        .toList(),
                refund.parts().stream()
                        .map(part -> new Tender(part.kind().name(), part.amountMinor(), part.number()))
                        .toList(),
                full ? order.head().couponIds() : List.of(),
                refund.pointsReturned(),
                full);
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
                back.restock());
    }

    private static Refund.Part part(Order order, RefundPlan.Part part) {
        var tender = order.tenders().stream()
                .filter(one -> one.no() == part.tenderNo())
                .findFirst()
                .orElseThrow();
        return new Refund.Part(
                Ids.next(),
                part.tenderNo(),
                null,
                part.kind(),
                tender.reference(),
                part.amountMinor(),
                tender.amountMinor(),
                Refund.PartStatus.PENDING,
                null,
                0);
    }

    private Refund require(long id) {
        return refunds.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
