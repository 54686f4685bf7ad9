package io.mendian.member.hold;

import io.mendian.kernel.HoldId;
import java.util.List;

/** What a hold set aside; amounts in the smallest currency unit. */
public record HoldView(
        HoldId holdId, long points, long principalMinor, long bonusMinor, List<Gift> giftCards, List<Uses> cardUses) {

    /** The part of one gift card. */
    public record Gift(String giftCardId, long amountMinor) {}

    /** Uses of one card for an order line; {@code valueMinor} of the price paid for the card, 0 for a period card. */
    public record Uses(String lineId, String cardId, long uses, long valueMinor) {}
}
