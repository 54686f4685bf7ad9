package io.mendian.marketing.pricing;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Points that pay. Only whole points and whole smallest currency units: where a point is worth less than one unit, points
 * go in steps that make both whole. Never more than the wish, the balance, the cap and the floors of the lines allow.
 */
record PointsAsCash(long points, long minor, @Nullable Text lessBecause) {

    static final PointsAsCash NONE = new PointsAsCash(0, 0, null);

    /** {@code room}: what may come off the lines before they meet their floors. */
    static PointsAsCash of(PointsTerms terms, long payable, long room, Cents cents) {
        if (terms.wanted() == 0 || terms.perCurrencyUnit() <= 0 || terms.balance() <= 0 || payable <= 0) {
            return NONE;
        }
        long common = BigInteger.valueOf(terms.perCurrencyUnit())
                .gcd(BigInteger.valueOf(cents.perUnit()))
                .longValueExact();
        long stepPoints = terms.perCurrencyUnit() / common;
        long stepMinor = cents.perUnit() / common;
        long cap = BigInteger.valueOf(payable)
                .multiply(BigInteger.valueOf(terms.capPermille()))
                .divide(BigInteger.valueOf(1000))
                .min(BigInteger.valueOf(room))
                .longValueExact();
        long wanted = terms.wanted() < 0 ? Long.MAX_VALUE : terms.wanted();
        long steps = Math.min(Math.min(wanted, terms.balance()) / stepPoints, cap / stepMinor);
        long points = steps * stepPoints;
        Text less = null;
        if (terms.wanted() > points) {
            less = new Text(
                    "积分最多抵 " + cents.zh(cap) + "，实际使用 " + points + " 积分",
                    "Points pay at most " + cents.show(cap) + "; " + points + " points are used");
        }
        return new PointsAsCash(points, steps * stepMinor, less);
    }
}
