package io.mendian.marketing.quote;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.Customer;
import io.mendian.marketing.pricing.PointsTerms;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What order-service wants to know the price of.
 *
 * @param couponIds chosen by the member; null: the best of all he has; empty: none
 * @param holdId coupons and budgets that this hold keeps count as free, so that an order can be quoted again
 */
public record QuoteCommand(
        StoreId storeId,
        @Nullable MemberKey memberKey,
        Customer customer,
        Instant at,
        Currency currency,
        List<BasketLine> lines,
        long levelPricePermille,
        @Nullable List<Long> couponIds,
        @Nullable Long holdId,
        PointsTerms points) {

    /** With the lowest prices that headquarters has set; the higher of two floors holds. */
    QuoteCommand withFloors(Map<SkuId, Long> floors) {
        if (floors.isEmpty()) {
            return this;
        }
        return new QuoteCommand(
                storeId,
                memberKey,
                customer,
                at,
                currency,
                lines.stream()
                        .map(line -> line.withFloor(floors.getOrDefault(line.skuId(), 0L)))
                        .toList(),
                levelPricePermille,
                couponIds,
                holdId,
                points);
    }
}
