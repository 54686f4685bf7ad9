package io.mendian.contracts.order;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A line of a paid order. {@code listMinor} is list price × quantity, {@code netMinor} what the customer owes for the line
 * after every discount and its share of the order's rounding; the net amounts of all lines and the order's fees sum to the
 * payable amount. {@code exchangePoints}: points given for the line as a whole, on top of its net amount (points goods).
 * {@code stockQuantity}: what the line takes from the shelf where that is not its quantity (grams of weighed packs). The
 * quantity of a line of kind AMOUNT (quick receipt) is its amount: it has no pieces.
 */
public record OrderLine(
        String lineId,
        SkuId skuId,
        String kind,
        String name,
        String category,
        long quantity,
        long listMinor,
        long netMinor,
        @Nullable StaffId staffId,
        @Nullable CardTerms cardTerms,
        @Nullable RechargeTerms rechargeTerms,
        @Nullable Long exchangePoints,
        @Nullable Long stockQuantity) {

    /** A line that no points were exchanged for. */
    public OrderLine(
            String lineId,
            SkuId skuId,
            String kind,
            String name,
            String category,
            long quantity,
            long listMinor,
            long netMinor,
            @Nullable StaffId staffId,
            @Nullable CardTerms cardTerms,
            @Nullable RechargeTerms rechargeTerms) {
        this(
                lineId,
                skuId,
                kind,
                name,
                category,
                quantity,
                listMinor,
                netMinor,
                staffId,
                cardTerms,
                rechargeTerms,
                null,
                null);
    }
}
