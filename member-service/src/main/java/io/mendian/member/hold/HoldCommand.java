package io.mendian.member.hold;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout wants set aside; amounts in the smallest currency unit. Without a member it can hold gift cards only.
 */
public record HoldCommand(
        HoldId holdId,
        @Nullable MemberKey memberKey,
        long points,
        long storedValueMinor,
        Instant expiresAt,
        List<Gift> giftCards,
        List<Uses> cardUses) {

    /** An amount of the gift card with this secret code. */
    public record Gift(String code, long amountMinor) {}

    /** Uses for the service of an order line; without {@code cardId} the platform chooses the cards. */
    public record Uses(
            String lineId,
            SkuId service,
            StoreId store,
            long uses,
            @Nullable Long cardId) {}
}
