package io.mendian.member.points;

import java.time.Instant;

/** Points that were earned together and expire together. Usable in {@code [usableFrom, expiresAt)}. */
record PointsLot(
        long id,
        long memberKey,
        String causeType,
        String causeId,
        long earned,
        long remaining,
        long held,
        Instant usableFrom,
        Instant expiresAt) {

    long free() {
        return remaining - held;
    }
}
