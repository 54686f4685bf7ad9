package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the secret code of a gift card for its holder and activates the card: to send it to a friend, or anew when the
 * code was lost. The code before opens nothing any more, at once.
 */
@UseCase
public class MakeGiftCode {

    private final GiftCards cards;

    MakeGiftCode(GiftCards cards) {
        this.cards = cards;
    }

    @Transactional
    public MadeGiftCode make(MemberKey holder, long id) {
        GiftCardRow card = cards.lock(id)
                .filter(known -> known.holder().equals(holder))
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
        if (card.named()) {
            throw GiftCardProblem.GIFT_CARD_NOT_SENDABLE.with();
        }
        if (card.lockedBy() != null
                || card.status() == GiftCardStatus.BLOCKED
                || card.status() == GiftCardStatus.CLOSED) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", card.status().name());
        }
        String code = GiftCode.random();
        cards.setCode(card, code, GiftCardStatus.ACTIVE);
        String shown = GiftCode.grouped(code);
        return new MadeGiftCode(Long.toString(id), shown, "pages/gift/claim?code=" + code);
    }
}
