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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An order: what was agreed, where it stands, and what has covered it so far. */
public record Order(
        OrderId id, Head head, Amounts amounts, State state, List<OrderedLine> lines, List<PaidBy> tenders) {

    /**
     * Who buys what where, and what each coupon and promotion used took off; never changes. {@code payWith}: the price holds
     * for these means only; empty: for any. {@code giftCards} are known only until they are held.
     */
    public record Head(
            String no,
            StoreId store,
            @Nullable MemberKey member,
            Channel channel,
            @Nullable StaffId staff,
            Map<String, Long> coupons,
            Instant placedAt,
            Instant payUntil,
            Map<String, Long> promotions,
            List<TenderKind> payWith,
            List<TenderWish.GiftCard> giftCards,
            Handing handing) {

        /** An order without promotions, payable by any means. */
        public Head(
                String no,
                StoreId store,
                @Nullable MemberKey member,
                Channel channel,
                @Nullable StaffId staff,
                Map<String, Long> coupons,
                Instant placedAt,
                Instant payUntil) {
            this(
                    no,
                    store,
                    member,
                    channel,
                    staff,
                    coupons,
                    placedAt,
                    payUntil,
                    Map.of(),
                    List.of(),
                    List.of(),
                    Handing.COUNTER);
        }

        /** The coupons used, in a fixed order. */
        public List<String> couponIds() {
            return List.copyOf(coupons.keySet());
        }
    }

    /**
     * What was agreed; never changes. Amounts in the smallest unit of the currency: list - discount + fees + rounding =
     * payable. Fees are on top of the lines; rounding (0 or less) is inside the lines' net amounts. {@code pointsUsed} are
     * those used as cash and those of points goods; {@code otherwiseMinor} is the price for other means, if it differs by them.
     */
    public record Amounts(
            String currency,
            long listMinor,
            long discountMinor,
            long payableMinor,
            long storedValueMinor,
            long pointsUsed,
            List<Fee> fees,
            long roundingMinor,
            @Nullable Long otherwiseMinor) {

        /** An order without fees and rounding. */
        public Amounts(
                String currency,
                long listMinor,
                long discountMinor,
                long payableMinor,
                long storedValueMinor,
                long pointsUsed) {
            this(currency, listMinor, discountMinor, payableMinor, storedValueMinor, pointsUsed, List.of(), 0, null);
        }

        public long feesMinor() {
            return fees.stream().mapToLong(Fee::amountMinor).sum();
        }
    }

    /** Where the order stands. Refunds count from the moment they were asked for; those done are counted besides. Tips are in no amount. */
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
            @Nullable Instant endedAt,
            FulfilmentStatus fulfilment,
            long tipMinor) {

        static State placing() {
            return new State(
                    OrderStatus.PLACING, null, null, 0, 0, 0, 0, null, null, null, FulfilmentStatus.WAITING, 0);
        }

        private State with(OrderStatus nextStatus, long covered, FulfilmentStatus handed, long tips) {
            return new State(
                    nextStatus,
                    reason,
                    failure,
                    covered,
                    refundedMinor,
                    refundedDoneMinor,
                    pointsReturned,
                    paidAt,
                    businessDate,
                    endedAt,
                    handed,
                    tips);
        }
    }

    public OrderStatus status() {
        return state.status();
    }

    public long remainingMinor() {
        return amounts.payableMinor() - state.coveredMinor();
    }

    static Order placing(
            OrderId id, String no, Priced priced, TenderPlan plan, Handing handing, Instant now, Instant payUntil) {
        Priced.Rules rules = priced.rules();
        Head head = new Head(
                no,
                priced.store().id(),
                priced.buyer().member(),
                priced.buyer().channel(),
                priced.buyer().staff(),
                rules.coupons(),
                now,
                payUntil,
                rules.promotions(),
                priced.payWith(),
                plan.giftCards(),
                handing);
        Amounts amounts = new Amounts(
                priced.currency(),
                priced.listMinor(),
                priced.discountMinor(),
                priced.payableMinor(),
                plan.storedValueMinor(),
                priced.pointsUsed(),
                rules.fees(),
                rules.roundingMinor(),
                priced.otherwiseMinor());
        List<OrderedLine> lines = priced.lines().stream().map(OrderedLine::of).toList();
        return new Order(id, head, amounts, State.placing(), lines, List.of());
    }

    /** Refuses a means of payment that the price was not made for. */
    public void requireMeans(TenderKind kind) {
        if (!head.payWith().isEmpty() && !head.payWith().contains(kind)) {
            throw OrderProblem.payAsQuoted(head.payWith(), amounts.payableMinor(), amounts.otherwiseMinor());
        }
    }

    /** The pieces it takes of exchange offers. */
    Map<Long, Long> exchanges() {
        Map<Long, Long> pieces = new TreeMap<>();
        for (OrderedLine line : lines) {
            if (line.exchangeOffer() != null) {
                pieces.merge(line.exchangeOffer(), line.quantity(), Math::addExact);
            }
        }
        return pieces;
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
                status().to(OrderStatus.PAID),
                null,
                null,
                state.coveredMinor(),
                0,
                0,
                0,
                now,
                businessDate,
                null,
                state.fulfilment().to(head.handing().whenPaid()),
                0);
        return new Order(id, head, amounts, paid, lines, tenders);
    }

    Order cancelled(String why, @Nullable String failure, Instant now) {
        State ended = new State(
                status().to(OrderStatus.CANCELLED),
                why,
                failure,
                state.coveredMinor(),
                0,
                0,
                0,
                null,
                null,
                now,
                state.fulfilment().to(FulfilmentStatus.ENDED),
                0);
        return new Order(id, head, amounts, ended, lines, tenders);
    }

    private Order with(OrderStatus status, long covered, List<PaidBy> by) {
        State next = state.with(status, covered, state.fulfilment(), state.tipMinor());
        return new Order(id, head, amounts, next, lines, List.copyOf(by));
    }

    Order with(FulfilmentStatus fulfilment) {
        State next = state.with(status(), state.coveredMinor(), fulfilment, state.tipMinor());
        return new Order(id, head, amounts, next, lines, tenders);
    }

    /** The order with what its customers have left as tips so far. */
    public Order withTips(long tipMinor) {
        State next = state.with(status(), state.coveredMinor(), state.fulfilment(), tipMinor);
        return new Order(id, head, amounts, next, lines, tenders);
    }
}
