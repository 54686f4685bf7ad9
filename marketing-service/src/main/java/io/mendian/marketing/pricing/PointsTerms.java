package io.mendian.marketing.pricing;

/**
 * How points may pay.
 *
 * @param wanted points the member wants to spend; 0 none, −1 as many as allowed
 * @param perCurrencyUnit points that pay one unit of the currency; 0 when points do not pay
 * @param capPermille the largest share of the order that points may pay
 */
public record PointsTerms(long wanted, long balance, long perCurrencyUnit, long capPermille) {

    public static final PointsTerms NONE = new PointsTerms(0, 0, 0, 0);
}
