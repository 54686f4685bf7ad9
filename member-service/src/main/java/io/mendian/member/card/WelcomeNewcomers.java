package io.mendian.member.card;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.member.assetrules.WelcomeCard;
import io.mendian.member.member.PhoneKnown;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The free onboarding card (辅导卡): once per member, when his phone is known, for a phone is one person. */
@Component
class WelcomeNewcomers implements PhoneKnown {

    private final AssetRulesQueries rules;
    private final IssueCard issueCard;
    private final Clock clock;

    WelcomeNewcomers(AssetRulesQueries rules, IssueCard issueCard, Clock clock) {
        this.rules = rules;
        this.issueCard = issueCard;
        this.clock = clock;
    }

    @Override
    public void phoneKnown(MemberKey member) {
        WelcomeCard card = rules.current().welcomeCard();
        if (card != null) {
            CardTerms terms =
                    new CardTerms("PUNCH", card.uses(), card.validDays(), card.serviceSkuIds(), card.storeIds(), null);
            issueCard.issue(new CardOffer(
                    member,
                    card.productSkuId(),
                    card.name(),
                    terms,
                    "WELCOME",
                    member.text(),
                    1,
                    0,
                    0,
                    clock.instant()));
        }
    }
}
