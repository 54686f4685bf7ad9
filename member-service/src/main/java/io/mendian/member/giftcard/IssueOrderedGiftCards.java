package io.mendian.member.giftcard;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.Split;
import io.mendian.member.assetrules.AssetRules;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the gift cards that a paid order bought, one per piece and once. A card within the cap of anonymous cards is
 * passed on by its code; a larger one is named: only its holder spends it, and it has no code. Its secret code is made
 * when its holder asks for it.
 */
@UseCase
public class IssueOrderedGiftCards {

    public static final String GIFT = "GIFT";

    private final GiftCards cards;
    private final AssetRulesQueries rules;
    private final Alarms alarms;
    private final Clock clock;

    IssueOrderedGiftCards(GiftCards cards, AssetRulesQueries rules, Alarms alarms, Clock clock) {
        this.alarms = alarms;
        this.cards = cards;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(OrderPaid order, MemberKey buyer) {
        for (OrderLine line : order.lines()) {
            CardTerms terms = line.cardTerms();
            if (terms != null && terms.kind().equals(GIFT)) {
                for (int piece = 1; piece <= line.quantity(); piece++) {
                    issue(order, line, terms, buyer, piece);
                }
            }
        }
    }

    private void issue(OrderPaid order, OrderLine line, CardTerms terms, MemberKey buyer, int piece) {
        String causeId = order.orderId().text() + ":" + line.lineId();
        if (cards.isIssued(causeId, piece)) {
            return;
        }
        AssetRules caps = rules.current();
        Instant now = clock.instant();
        long value = terms.valueMinor() == null ? line.listMinor() / line.quantity() : terms.valueMinor();
        long paid = Split.share(line.netMinor(), piece, line.quantity())
                - Split.share(line.netMinor(), piece - 1L, line.quantity());
        boolean named = value > caps.anonymousCapMinor();
        long id = Ids.next();
        Instant until =
                now.atOffset(ZoneOffset.UTC).plusYears(caps.giftCardYears()).toInstant();
        GiftCardRow card = new GiftCardRow(
                id,
                buyer.value(),
                buyer.value(),
                named,
                value,
                paid,
                0,
                0,
                named ? GiftCardStatus.ACTIVE : GiftCardStatus.ISSUED,
                null,
                until);
        cards.add(card, line.skuId().value(), line.name(), causeId, piece, now);
        cards.post(id, value, "ISSUE", causeId, now);
        if (value > caps.namedCapMinor()) {
            // it is paid, so it is issued; somebody has to talk to the buyer and change the product
            alarms.raise(
                    "GIFT_CARD_ABOVE_CAP",
                    Long.toString(id),
                    "worth " + value + ", the cap is " + caps.namedCapMinor());
        }
    }
}
