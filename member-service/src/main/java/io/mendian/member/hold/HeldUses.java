package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.card.CardHolds;
import org.jspecify.annotations.Nullable;

/** What a hold took of a card for an order line, and how many uses of it came back. */
record HeldUses(
        String lineId,
        long cardId,
        long serviceSkuId,
        long storeId,
        @Nullable Long askedCardId,
        long uses,
        long valueMinor,
        long usesBack) {

    CardHolds.Part part() {
        return new CardHolds.Part(cardId, uses, valueMinor);
    }

    CardHolds.Wish wish(MemberKey member) {
        return new CardHolds.Wish(member, SkuId.of(serviceSkuId), StoreId.of(storeId), uses, askedCardId);
    }

    static HeldUses of(HoldCommand.Uses wish, CardHolds.Part part) {
        return new HeldUses(
                wish.lineId(),
                part.cardId(),
                wish.service().value(),
                wish.store().value(),
                wish.cardId(),
                part.uses(),
                part.valueMinor(),
                0);
    }
}
