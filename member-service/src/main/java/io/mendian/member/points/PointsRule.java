package io.mendian.member.points;

import java.util.Set;

/**
 * How points are earned and what they are worth. A rule is never changed, only followed by the next version; a refund is
 * reckoned by the version under which its order earned.
 *
 * @param pointsPerUnit points for each whole currency unit paid (1 yuan), 0 to 1000
 * @param historyEarns whether orders taken over from an old till earn; their points count as earned on the day they are
 *     taken over
 * @param validityDays points earned on day D can be used until the end of day D + validityDays
 * @param usableAfterDays 0 means at once
 * @param pointsPerCurrencyUnit how many points pay one currency unit
 * @param capPermille the most of an order that points may pay
 */
public record PointsRule(
        long version,
        int pointsPerUnit,
        Set<String> excludedKinds,
        Set<String> excludedCategories,
        boolean historyEarns,
        int validityDays,
        int usableAfterDays,
        int pointsPerCurrencyUnit,
        int capPermille) {

    public PointsRule {
        excludedKinds = Set.copyOf(excludedKinds);
        excludedCategories = Set.copyOf(excludedCategories);
    }

    boolean rewards(String kind, String category) {
        return !excludedKinds.contains(kind) && !excludedCategories.contains(category);
    }

    /** floor(net paid × points per unit), then floor(× multiplier of the level); never negative. */
    long pointsFor(long netMinor, int multiplierPermille, long minorPerUnit) {
        long plain = Math.multiplyExact(Math.max(0, netMinor), (long) pointsPerUnit) / minorPerUnit;
        return Math.multiplyExact(plain, (long) multiplierPermille) / 1000;
    }

    PointsRule asVersion(long next) {
        return new PointsRule(
                next,
                pointsPerUnit,
                excludedKinds,
                excludedCategories,
                historyEarns,
                validityDays,
                usableAfterDays,
                pointsPerCurrencyUnit,
                capPermille);
    }
}
