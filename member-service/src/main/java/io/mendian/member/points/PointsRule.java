package io.mendian.member.points;

import io.mendian.member.accrual.Accrual;
import io.mendian.member.accrual.AccrualRule;
import io.mendian.member.accrual.Returned;
import io.mendian.member.accrual.Scope;
import io.mendian.member.accrual.Sold;
import java.util.Set;

/**
 * How points are earned and what they are worth. A rule is never changed, only followed by the next version; a refund is
 * reckoned by the version under which its order earned.
 *
 * @param pointsPerUnit points for each whole currency unit that counts (1 yuan), 0 to 1000
 * @param historyEarns whether orders taken over from an old till earn; their points count as earned on the day they are
 *     taken over
 * @param validityDays points earned on day D can be used until the end of day D + validityDays
 * @param usableAfterDays days after the sale, or after the return window, until points can be used; 0 means at once
 * @param returnWindowDays days in which goods may come back; points of an order stay pending until it has closed
 * @param warnDays a member is told of points that expire within so many days, once per due date; 0 is never
 * @param registrationPoints once per member, as soon as his phone is known
 * @param pointsPerCurrencyUnit how many points pay one currency unit
 * @param capPermille the most of an order that points may pay
 * @param accrual everything beyond the plain rule: other ways to earn, what counts, multipliers, caps
 */
public record PointsRule(
        long version,
        int pointsPerUnit,
        Set<String> excludedKinds,
        Set<String> excludedCategories,
        boolean historyEarns,
        int validityDays,
        int usableAfterDays,
        int returnWindowDays,
        int warnDays,
        int registrationPoints,
        int pointsPerCurrencyUnit,
        int capPermille,
        Accrual accrual) {

    public PointsRule {
        excludedKinds = Set.copyOf(excludedKinds);
        excludedCategories = Set.copyOf(excludedCategories);
    }

    boolean rewards(String kind, String category) {
        return !excludedKinds.contains(kind) && !excludedCategories.contains(category);
    }

    /** The points for what did not come back. */
    long earned(Sold sold, Returned back, long minorPerUnit) {
        AccrualRule plain = new AccrualRule(
                "PLAIN", AccrualRule.Kind.SPEND, Scope.ANY, pointsPerUnit, minorPerUnit, 0, false, true);
        return accrual.earned(sold, back, plain, excludedKinds, excludedCategories);
    }

    /** The plain rule alone, by which orders earned before the facts of a sale were kept. */
    long pointsFor(long netMinor, int multiplierPermille, long minorPerUnit) {
        long plain = Math.multiplyExact(Math.max(0, netMinor), (long) pointsPerUnit) / minorPerUnit;
        return Math.multiplyExact(plain, (long) multiplierPermille) / 1000;
    }

    /** Days after the sale from which its points can be used. */
    int pendingDays() {
        return returnWindowDays + usableAfterDays;
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
                returnWindowDays,
                warnDays,
                registrationPoints,
                pointsPerCurrencyUnit,
                capPermille,
                accrual);
    }
}
