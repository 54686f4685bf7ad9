package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import org.jspecify.annotations.Nullable;

/** One use of a card for a service; without {@code cardId} the platform chooses the card. */
public record UseCardCommand(
        String useId,
        MemberKey memberKey,
        SkuId serviceSkuId,
        StoreId storeId,
        @Nullable StaffId staffId,
        @Nullable Long cardId) {}
