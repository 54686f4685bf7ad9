package io.mendian.marketing.pricing;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * Everything a quote depends on.
 *
 * @param levelPricePermille 900 for 9折, 1000 for no level price
 * @param offers promotions that run and coupons the member has (or has chosen)
 * @param chosen whether the member chose the coupons: then as many of them as possible apply, instead of the cheapest set
 */
public record Basket(
        StoreId storeId,
        Instant at,
        Currency currency,
        List<BasketLine> lines,
        long levelPricePermille,
        List<Offer> offers,
        boolean chosen,
        PointsTerms points) {}
