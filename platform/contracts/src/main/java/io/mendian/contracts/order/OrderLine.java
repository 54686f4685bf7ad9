package io.mendian.contracts.order;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A line of a paid order. {@code listMinor} is list price × quantity, {@code netMinor} what the customer owes for the line
 * after every discount; the net amounts of all lines sum to the order's payable amount.
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
        @Nullable RechargeTerms rechargeTerms) {}
