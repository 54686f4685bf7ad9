package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order: what was agreed, where it stands, and what has covered it so far. */
public record Order(
        OrderId id, Head head, Amounts amounts, State state, List<OrderedLine> lines, List<PaidBy> tenders) {

    /** Who buys what where, and what each coupon used took off; never changes. */
    public record Head(
            String no,
            StoreId store,
            @Nullable MemberKey member,
            Channel channel,
            @Nullable StaffId staff,
            Map<String, Long> coupons,
            Instant placedAt,
            Instant payUntil) {

        /** The coupons used, in a fixed order. */
        public List<String> couponIds() {
            return List.copyOf(coupons.keySet());
        }
    }

    /** What was agreed; never changes. Amounts in the smallest unit of the currency. */
    public record Amounts(
            String currency,
            long listMinor,
            long discountMinor,
            long payableMinor,
            long storedValueMinor,
            long pointsUsed) {}

    /** Where the order stands. Refunds count from the moment they were asked for; those done are counted besides. */
    public record State(
            OrderStatus status,
            @Nullable String reason,
            @Nullable String failure,
            long coveredMinor,
            long refundedMinor,
            long refundedDoneMinor,
            long pointsReturned,
            @Nullable Instant paidAt,
            @Nullable LocalDate businessDate,
            @Nullable Instant endedAt) {

        static State placing() {
            return new State(OrderStatus.PLACING, null, null, 0, 0, 0, 0, null, null, null);
        }
    }

    public OrderStatus status() {
        return state.status();
    }

    public long remainingMinor() {
        return amounts.payableMinor() - state.coveredMinor();
    }

    static Order placing(OrderId id, String no, Priced priced, long storedValueMinor, Instant now, Instant payUntil) {
        long list = priced.listMinor();
        long payable = priced.payableMinor();
        Head head = new Head(
                no,
                priced.store().id(),
                priced.buyer().member(),
                priced.buyer().channel(),
                priced.buyer().staff(),
                priced.coupons(),
                now,
                payUntil);
        Amounts amounts =
                new Amounts(priced.currency(), list, list - payable, payable, storedValueMinor, priced.pointsUsed());
        List<OrderedLine> lines = priced.lines().stream().map(OrderedLine::of).toList();
        return new Order(id, head, amounts, State.placing(), lines, List.of());
    }

    /** Everything is held: waits for its money. */
    Order pending() {
        return with(status().to(OrderStatus.PENDING_PAYMENT), state.coveredMinor(), tenders);
    }

    /** A part of the amount was paid. The order is not paid before all of it is. */
    Order coveredBy(PaidBy tender) {
        if (tender.amountMinor() > remainingMinor()) {
            throw OrderProblem.PAYMENT_TOO_MUCH.with("remainingMinor", remainingMinor());
        }
        List<PaidBy> all = new ArrayList<>(tenders);
        all.add(tender.numbered(all.size() + 1));
        return with(status(), state.coveredMinor() + tender.amountMinor(), all);
    }

    boolean isCoveredBy(TenderKind kind, String reference) {
        return tenders.stream()
                .anyMatch(tender -> tender.kind() == kind && tender.reference().equals(reference));
    }

    Order paid(Instant now, LocalDate businessDate) {
        if (remainingMinor() != 0) {
            throw new IllegalStateException("order " + id + " is not covered");
        }
        State paid = new State(
                status().to(OrderStatus.PAID), null, null, state.coveredMinor(), 0, 0, 0, now, businessDate, null);
        return new Order(id, head, amounts, paid, lines, tenders);
    }

    Order cancelled(String why, @Nullable String failure, Instant now) {
        State ended = new State(
                status().to(OrderStatus.CANCELLED), why, failure, state.coveredMinor(), 0, 0, 0, null, null, now);
        return new Order(id, head, amounts, ended, lines, tenders);
    }

    private Order with(OrderStatus status, long covered, List<PaidBy> by) {
        State next = new State(
                status,
                state.reason(),
                state.failure(),
                covered,
                state.refundedMinor(),
                state.refundedDoneMinor(),
                state.pointsReturned(),
                state.paidAt(),
                state.businessDate(),
                state.endedAt());
        return new Order(id, head, amounts, next, lines, List.copyOf(by));
    }
}
