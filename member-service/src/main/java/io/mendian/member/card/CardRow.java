package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A card. {@code usesLeft} counts only for PUNCH cards. */
record CardRow(
        long id,
        long memberKey,
        long productSkuId,
        String kind,
        long usesLeft,
        long usesHeld,
        @Nullable Instant validUntil,
        @Nullable Instant frozenAt,
        CardStatus status,
        @Nullable String lockedBy) {

    long usesFree() {
        return usesLeft - usesHeld;
    }

    boolean isPunch() {
        return kind.equals("PUNCH");
    }

    MemberKey member() {
        return MemberKey.of(memberKey);
    }

    SkuId product() {
        return SkuId.of(productSkuId);
    }
}
