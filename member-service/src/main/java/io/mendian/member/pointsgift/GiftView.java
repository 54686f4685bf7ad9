package io.mendian.member.pointsgift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gift of points.
 *
 * @param code whoever sends it back gets the points; shown to the giver only
 * @param status OPEN, TAKEN, WITHDRAWN or EXPIRED
 */
public record GiftView(
        String giftId,
        long points,
        @Nullable String message,
        @Nullable String code,
        String status,
        boolean given,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    GiftView withoutCode() {
        return new GiftView(giftId, points, message, null, status, given, madeAt, expiresAt, endedAt);
    }
}
