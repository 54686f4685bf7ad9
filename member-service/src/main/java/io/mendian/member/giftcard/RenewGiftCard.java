package io.mendian.member.giftcard;

import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.transaction.annotation.Transactional;

/** Gives a gift card a new term from now on, free of charge: a term that ends never takes paid value away. */
@UseCase
public class RenewGiftCard {

    private final GiftCards cards;
    private final GiftCardQueries queries;
    private final AssetRulesQueries rules;
    private final Clock clock;

    RenewGiftCard(GiftCards cards, GiftCardQueries queries, AssetRulesQueries rules, Clock clock) {
        this.cards = cards;
        this.queries = queries;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    public GiftCardView renew(MemberKey holder, long id) {
        GiftCardRow card = cards.lock(id)
                .filter(known -> known.holder().equals(holder))
                .orElseThrow(GiftCardProblem.GIFT_CARD_UNKNOWN::with);
        Instant until = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .plusYears(rules.current().giftCardYears())
                .toInstant();
        if (until.isAfter(card.validUntil())) {
            cards.renew(card, until);
        }
        return queries.own(holder, id);
    }
}
