package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignKind;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.campaign.GroupState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as people see it; amounts in the smallest unit of {@code currency}. {@code cashToReturnMinor}: cash that was
 * taken for a part of an order that ended unpaid and is to be handed back; {@code bookedToReturnMinor}: what was booked for it
 * and is to be given back outside; {@code tipMinor}: left on top, in no other amount; {@code keptMinor}: a
 * deposit that stays although the order ended unpaid; {@code presale}: it is paid in two steps. List - discount + fees + rounding = payable; {@code payWith}: it may be paid by these only.
 */
public record OrderView(
        OrderId orderId,
        String orderNo,
        StoreId storeId,
        @Nullable MemberKey memberKey,
        String channel,
        @Nullable StaffId staffId,
        OrderStatus status,
        Handing handing,
        FulfilmentStatus fulfilment,
        @Nullable String reason,
        String currency,
        long listMinor,
        long discountMinor,
        long feesMinor,
        long roundingMinor,
        long payableMinor,
        long coveredMinor,
        long remainingMinor,
        long refundedMinor,
        long cashToReturnMinor,
        long bookedToReturnMinor,
        long tipMinor,
        long keptMinor,
        @Nullable PresaleTerms presale,
        long pointsUsed,
        List<String> couponIds,
        Instant placedAt,
        Instant payUntil,
        @Nullable Instant paidAt,
        @Nullable LocalDate businessDate,
        @Nullable Instant endedAt,
        List<Line> lines,
        List<Fee> fees,
        List<TenderKind> payWith,
        List<TenderView> tenders,
        @Nullable CampaignView campaign) {

    /** The campaign offer it was bought by; of a group-buy nothing is handed over while {@code group} is PENDING. */
    public record CampaignView(
            CampaignKind kind,
            String offerId,
            @Nullable String groupId,
            @Nullable GroupState group,
            @Nullable String bargainId) {

        static @Nullable CampaignView of(@Nullable CampaignPurchase campaign) {
            return campaign == null
                    ? null
                    : new CampaignView(
                            campaign.terms().kind(),
                            campaign.terms().offerId(),
                            campaign.groupId(),
                            campaign.group(),
                            campaign.terms().bargainId());
        }
    }

    /** A line of the order and how much of it came back. */
    public record Line(
            String lineId,
            SkuId skuId,
            String kind,
            String name,
            String unit,
            long quantity,
            long unitListMinor,
            long listMinor,
            long netMinor,
            @Nullable StaffId staffId,
            long exchangePoints,
            boolean paidByCard,
            List<Explanation> explanations,
            long refundedQuantity,
            long refundedMinor) {}

    /** A part of the amount and how it was paid. */
    public record TenderView(
            TenderKind kind,
            long amountMinor,
            @Nullable Long receivedMinor,
            @Nullable Long changeMinor,
            long refundedMinor,
            Instant takenAt,
            @Nullable String label) {}

    public static OrderView of(Order order) {
        Order.Head head = order.head();
        Order.Amounts amounts = order.amounts();
        OrderState state = order.state();
        return new OrderView(
                order.id(),
                head.no(),
                head.store(),
                head.member(),
                head.channel().name(),
                head.staff(),
                state.status(),
                head.handing(),
                state.fulfilment(),
                state.reason(),
                amounts.currency(),
                amounts.listMinor(),
                amounts.discountMinor(),
                amounts.feesMinor(),
                amounts.roundingMinor(),
                amounts.payableMinor(),
                state.coveredMinor(),
                state.status() == OrderStatus.CANCELLED ? 0 : order.remainingMinor(),
                state.refundedMinor(),
                toReturn(order, TenderKind.CASH),
                toReturn(order, TenderKind.BOOKED),
                state.tipMinor(),
                state.keptMinor(),
                head.presale(),
                amounts.pointsUsed(),
                head.couponIds(),
                head.placedAt(),
                head.payUntil(),
                state.paidAt(),
                state.businessDate(),
                state.endedAt(),
                order.lines().stream().map(OrderView::line).toList(),
                amounts.fees(),
                head.payWith(),
                order.tenders().stream().map(OrderView::tender).toList(),
                CampaignView.of(order.campaign()));
    }

    private static long toReturn(Order order, TenderKind kind) {
        return order.status() != OrderStatus.CANCELLED || order.state().keptMinor() > 0
                ? 0
                : order.tenders().stream()
                        .filter(tender -> tender.kind() == kind)
                        .mapToLong(PaidBy::amountMinor)
                        .sum();
    }

    private static Line line(OrderedLine line) {
        return new Line(
                line.lineId(),
                line.sku(),
                line.kind(),
                line.name(),
                line.unit(),
                line.quantity(),
                line.unitListMinor(),
                line.listMinor(),
                line.netMinor(),
                line.staff(),
                line.exchangePoints(),
                line.byCard(),
                line.explanations(),
                line.refundedQuantity(),
                line.refundedMinor());
    }

    private static TenderView tender(PaidBy tender) {
        return new TenderView(
                tender.kind(),
                tender.amountMinor(),
                tender.receivedMinor(),
                tender.changeMinor(),
                tender.refundedMinor(),
                tender.takenAt(),
                tender.kind() == TenderKind.BOOKED ? tender.label() : null);
    }
}
