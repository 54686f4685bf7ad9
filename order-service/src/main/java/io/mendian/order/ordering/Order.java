package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignProblem;
import io.mendian.order.campaign.CampaignPurchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An order: what was agreed, where it stands, and what has covered it so far. */
public record Order(
        OrderId id,
        Head head,
        Amounts amounts,
        OrderState state,
        List<OrderedLine> lines,
        List<PaidBy> tenders,
        @Nullable CampaignPurchase campaign) {

    /** An order that takes of no campaign offer. */
    public Order(
            OrderId id, Head head, Amounts amounts, OrderState state, List<OrderedLine> lines, List<PaidBy> tenders) {
        this(id, head, amounts, state, lines, tenders, null);
    }

    /** Money that goes back to where it came from without anybody at a till. */
    private static final Set<TenderKind> GO_BACK_BY_THEMSELVES =
            EnumSet.of(TenderKind.WECHAT_PAY, TenderKind.STORED_VALUE, TenderKind.GIFT_CARD);

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
            Handing handing,
            @Nullable PresaleTerms presale) {

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

        public long feesMinor() {
            return fees.stream().mapToLong(Fee::amountMinor).sum();
        }
    }

    public OrderStatus status() {
        return state.status();
    }

    public long remainingMinor() {
        return amounts.payableMinor() - state.coveredMinor();
    }

    /** Whether the deposit of a pre-sale is there; false for every other order. */
    public boolean isDeposited() {
        return head.presale() != null && state.coveredMinor() >= head.presale().depositMinor();
    }

    /** What of it stays when the customer does not perform: the deposit of a pre-sale whose terms say so, or nothing. */
    public long keptWhenMissed() {
        PresaleTerms terms = head.presale();
        return terms != null && isDeposited() && terms.keptWhenMissed() ? terms.depositMinor() : 0;
    }

    /** What may be paid at an instant: of a pre-sale exactly the deposit, then nothing until its window, then the rest. */
    public long dueMinor(Instant now) {
        PresaleTerms terms = head.presale();
        return terms == null ? remainingMinor() : terms.dueMinor(state.coveredMinor(), remainingMinor(), now);
    }

    /** Until when what it needs is to be held: of a pre-sale as long as its balance may be paid. */
    Instant neededUntil() {
        return head.presale() == null ? head.payUntil() : head.presale().balanceUntil();
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
                handing,
                priced.presale());
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
        CampaignPurchase campaign = priced.lines().stream()
                .map(PricedLine::campaign)
                .filter(Objects::nonNull)
                .findFirst()
                .map(purchase -> purchase.of(id.text()))
                .orElse(null);
        return new Order(id, head, amounts, OrderState.placing(), lines, List.of(), campaign);
    }

    /** Refuses a means of payment that the price was not made for. */
    public void requireMeans(TenderKind kind) {
        if (!head.payWith().isEmpty() && !head.payWith().contains(kind)) {
            throw OrderProblem.payAsQuoted(head.payWith(), amounts.payableMinor(), amounts.otherwiseMinor());
        }
        if (campaign != null && campaign.isGroupBuy() && !GO_BACK_BY_THEMSELVES.contains(kind)) {
            throw CampaignProblem.GROUP_PAID_ONLINE.with();
        }
    }

    /** Refuses to hand goods over whose group-buy has not succeeded. */
    public void requireHandOver() {
        if (campaign != null) {
            campaign.requireSettled();
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
        long due = dueMinor(tender.takenAt());
        boolean wrongStep = head.presale() != null && (due == 0 || tender.amountMinor() < due);
        if (tender.amountMinor() > due || wrongStep) {
            throw head.presale() == null
                    ? OrderProblem.PAYMENT_TOO_MUCH.with("remainingMinor", due)
                    : OrderProblem.PRESALE_IN_TWO.with(
                            "dueMinor", due, "from", head.presale().balanceFrom());
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
        OrderState paid = state.paid(now, businessDate, head.handing().whenPaid());
        return new Order(id, head, amounts, paid, lines, tenders, campaign);
    }

    Order cancelled(String why, @Nullable String failure, Instant now) {
        return cancelled(why, failure, now, 0);
    }

    /** Ends unpaid; {@code kept} of what covered it does not go back. */
    Order cancelled(String why, @Nullable String failure, Instant now, long kept) {
        OrderState ended = state.cancelled(why, failure, now, kept);
        return new Order(id, head, amounts, ended, lines, tenders, campaign);
    }

    private Order with(OrderStatus status, long covered, List<PaidBy> by) {
        OrderState next = state.with(status, covered, state.fulfilment(), state.tipMinor());
        return new Order(id, head, amounts, next, lines, List.copyOf(by), campaign);
    }

    Order with(FulfilmentStatus fulfilment) {
        OrderState next = state.with(status(), state.coveredMinor(), fulfilment, state.tipMinor());
        return new Order(id, head, amounts, next, lines, tenders, campaign);
    }

    /** The order with what its customers have left as tips so far. */
    public Order withTips(long tipMinor) {
        OrderState next = state.with(status(), state.coveredMinor(), state.fulfilment(), tipMinor);
        return new Order(id, head, amounts, next, lines, tenders, campaign);
    }
}
