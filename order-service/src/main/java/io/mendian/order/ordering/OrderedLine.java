package io.mendian.order.ordering;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as it was agreed; later changes of the product do not touch it. What came back of it counts from the
 * moment the return was asked for. {@code exchangePoints} were given for the line on top of its net amount; a line {@code byCard}
 * is paid by uses of a card, not by money.
 */
public record OrderedLine(
        int no,
        SkuId sku,
        String kind,
        String name,
        String category,
        String unit,
        long quantity,
        long unitListMinor,
        long listMinor,
        long netMinor,
        long pointsMinor,
        @Nullable StaffId staff,
        @Nullable CardTerms cardTerms,
        @Nullable RechargeTerms rechargeTerms,
        List<Explanation> explanations,
        long refundedQuantity,
        long refundedMinor,
        @Nullable Long exchangeOffer,
        long exchangePoints,
        boolean byCard,
        @Nullable String cardId,
        @Nullable Long grams) {

    /** A line that is simply bought. */
    public OrderedLine(
            int no,
            SkuId sku,
            String kind,
            String name,
            String category,
            String unit,
            long quantity,
            long unitListMinor,
            long listMinor,
            long netMinor,
            long pointsMinor,
            @Nullable StaffId staff,
            @Nullable CardTerms cardTerms,
            @Nullable RechargeTerms rechargeTerms,
            List<Explanation> explanations,
            long refundedQuantity,
            long refundedMinor) {
        this(
                no,
                sku,
                kind,
                name,
                category,
                unit,
                quantity,
                unitListMinor,
                listMinor,
                netMinor,
                pointsMinor,
                staff,
                cardTerms,
                rechargeTerms,
                explanations,
                refundedQuantity,
                refundedMinor,
                null,
                0,
                false,
                null,
                null);
    }

    public String lineId() {
        return Integer.toString(no);
    }

    /** What {@code pieces} of this line are on the shelf: a weighed pack is so many grams. */
    public long onShelf(long pieces) {
        return grams == null ? pieces : Math.multiplyExact(pieces, grams);
    }

    boolean takesStock() {
        return kind.equals("GOODS") || kind.equals("GIFT");
    }

    static OrderedLine of(PricedLine line) {
        return new OrderedLine(
                line.no(),
                line.sku().id(),
                line.sku().kind().name(),
                line.sku().name(),
                line.sku().category(),
                line.sku().unit(),
                line.quantity(),
                line.unitListMinor(),
                line.listMinor(),
                line.netMinor(),
                line.pointsMinor(),
                line.staff(),
                line.sku().cardTerms(),
                line.recharge(),
                line.explanations(),
                0,
                0,
                line.exchangeOffer(),
                line.exchangePoints(),
                line.byCard(),
                line.cardId(),
                line.sku().grams());
    }
}
