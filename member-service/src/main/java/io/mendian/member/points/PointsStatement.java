package io.mendian.member.points;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a member's points statement, newest first. The entries of all pages sum to the balance.
 *
 * @param usable what can be spent at this instant: not expired, not held, already usable
 * @param pending earned, but not usable yet
 * @param debt what later earnings pay first
 * @param next the cursor of the next page; null on the last
 */
public record PointsStatement(
        long balance,
        long usable,
        long pending,
        long held,
        long debt,
        List<Becoming> becomingUsable,
        List<Expiring> expiringSoon,
        List<Entry> entries,
        @Nullable String next) {

    /**
     * One posting. causeType says why (ORDER, REFUND, HOLD, RETURN, DEBT, EXPIRE, REGISTRATION, CAMPAIGN, SIGN_IN, STREAK,
     * REDEEM, GIFT_OUT, GIFT_IN, ADJUSTMENT), causeId names the order, refund, hold, lot, campaign, day, redemption or gift.
     */
    public record Entry(String id, long delta, long balanceAfter, String causeType, String causeId, Instant postedAt) {}

    /** Pending points and when they can be used. */
    public record Becoming(long points, Instant usableFrom) {}

    /** Points that expire within 30 days unless they are used. */
    public record Expiring(long points, Instant expiresAt) {}
}
