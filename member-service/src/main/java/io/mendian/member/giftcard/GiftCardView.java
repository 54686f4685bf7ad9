package io.mendian.member.giftcard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gift card; amounts in the smallest currency unit. Of its code only the last four signs are known, to nobody more.
 *
 * @param status ISSUED (no code yet), ACTIVE, BLOCKED, CLOSED
 * @param named only its holder spends it, and it has no code
 */
public record GiftCardView(
        String giftCardId,
        String name,
        boolean named,
        boolean mine,
        long valueMinor,
        long balanceMinor,
        long heldMinor,
        String status,
        @Nullable String codeTail,
        Instant validUntil,
        Instant issuedAt) {

    /** One posting of the card's ledger; causeId names the order, hold or refund. */
    public record Entry(
            String id, long deltaMinor, long balanceAfter, String causeType, String causeId, Instant postedAt) {}
}
