package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has the code takes the card over: he is its holder from then on, and the code is used up. */
@UseCase
public class ClaimGiftCard {

    private final GiftCards cards;
    private final FindGiftCards find;
    private final GiftCardQueries queries;

    ClaimGiftCard(GiftCards cards, FindGiftCards find, GiftCardQueries queries) {
        this.cards = cards;
        this.find = find;
        this.queries = queries;
    }

    @Transactional
    public GiftCardView claim(MemberKey member, String code) {
        long id = find.byCode(code, member.text());
        GiftCardRow card = cards.lock(id).orElseThrow();
        if (card.lockedBy() != null || card.status() != GiftCardStatus.ACTIVE) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", card.status().name());
        }
        if (card.heldMinor() > 0) {
            throw GiftCardProblem.GIFT_CARD_BLOCKED.with("status", "HELD");
        }
        // of two who claim at once, the second reads what the first has changed
        if (!cards.hasCode(id, code)) {
            throw GiftCardProblem.GIFT_CARD_UNKNOWN.with();
        }
        cards.setHolder(card, member);
        return queries.own(member, id);
    }
}
