package io.mendian.member.points;

import io.mendian.member.accrual.Returned;
import io.mendian.member.accrual.Sold;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one order earned, by which rule and from which facts, and what of it is kept after its refunds.
 *
 * @param earnedOn the local day; null for an order from before it was kept
 * @param sold the facts of the sale; null for an order from before they were kept
 */
record PointsEarning(
        long orderId,
        long memberKey,
        long ruleVersion,
        int multiplierPermille,
        long eligibleMinor,
        long eligibleLeftMinor,
        long pointsEarned,
        long pointsKept,
        @Nullable LocalDate earnedOn,
        boolean visited,
        @Nullable Sold sold,
        Returned returned) {}
