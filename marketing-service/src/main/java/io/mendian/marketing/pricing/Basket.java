package io.mendian.marketing.pricing;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;

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
        Customer customer,
        long levelPricePermille,
        List<Offer> offers,
        boolean chosen,
        PointsTerms points,
        Charges charges) {

    /** The same basket with other rules. */
    public Basket with(List<Offer> others) {
        return new Basket(storeId, at, currency, lines, customer, levelPricePermille, others, chosen, points, charges);
    }

    /** The same basket, paid otherwise. */
    public Basket payingWith(Set<String> tenders) {
        return new Basket(
                storeId,
                at,
                currency,
                lines,
                customer.payingWith(tenders),
                levelPricePermille,
                offers,
                chosen,
                points,
                charges);
    }
}
