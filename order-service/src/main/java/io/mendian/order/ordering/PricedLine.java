package io.mendian.order.ordering;

import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.StaffId;
import io.mendian.order.catalogue.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a basket with its price. */
record PricedLine(
        int no,
        Sku sku,
        long quantity,
        @Nullable StaffId staff,
        long unitListMinor,
        long listMinor,
        long netMinor,
        long pointsMinor,
        @Nullable RechargeTerms recharge,
        List<Explanation> explanations) {}
