package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gift card; amounts in the smallest currency unit. */
record GiftCardRow(
        long id,
        long buyerKey,
        long holderKey,
        boolean named,
        long valueMinor,
        long paidMinor,
        long balanceMinor,
        long heldMinor,
        GiftCardStatus status,
        @Nullable String lockedBy,
        Instant validUntil) {

    long freeMinor() {
        return balanceMinor - heldMinor;
    }

    MemberKey holder() {
        return MemberKey.of(holderKey);
    }
}
