package io.mendian.member.points;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a member's points statement, newest first. The entries of all pages sum to the balance.
 *
 * @param usable what can be spent at this instant: not expired, not held, already usable
 * @param debt what later earnings pay first
 * @param next the cursor of the next page; null on the last
 */
public record PointsStatement(
        long balance,
        long usable,
        long held,
        long debt,
        List<Expiring> expiringSoon,
        List<Entry> entries,
        @Nullable String next) {

    /** One posting; causeType is ORDER, REFUND, HOLD, RETURN, DEBT or EXPIRE, causeId names the order, refund, hold or lot. */
    public record Entry(String id, long delta, long balanceAfter, String causeType, String causeId, Instant postedAt) {}

    /** Points that expire within 30 days unless they are used. */
    public record Expiring(long points, Instant expiresAt) {}
}
