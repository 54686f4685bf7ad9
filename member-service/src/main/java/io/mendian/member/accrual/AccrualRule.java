package io.mendian.member.accrual;

/**
 * One way to earn. VISIT: points for the first order of a member's local day whose counted amount reaches fromMinor. SPEND:
 * points for each perMinor of counted amount. ITEM: points for each piece.
 *
 * @param exclusive lines that this rule covers are not seen by the rules after it
 * @param multiplied whether the multipliers of level and campaigns apply
 */
public record AccrualRule(
        String code,
        Kind kind,
        Scope scope,
        long points,
        long perMinor,
        long fromMinor,
        boolean exclusive,
        boolean multiplied) {

    /** What the points are given for. */
    public enum Kind {
        VISIT,
        SPEND,
        ITEM
    }
}
