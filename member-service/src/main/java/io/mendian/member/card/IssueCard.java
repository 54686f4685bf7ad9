package io.mendian.member.card;

import io.mendian.contracts.member.CardIssued;
import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues a punch or period card, once per cause and piece. A card of n days issued on day D is good until the end of day
 * D + n − 1 in the chain's zone.
 */
@UseCase
public class IssueCard {

    private final Cards cards;
    private final Outbox outbox;
    private final Clock clock;
    private final BusinessDay days;

    IssueCard(Cards cards, Outbox outbox, Clock clock, @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.cards = cards;
        this.outbox = outbox;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    @Transactional
    public void issue(CardOffer offer) {
        if (cards.isIssued(offer)) {
            return;
        }
        long id = Ids.next();
        Instant now = clock.instant();
        Integer validDays = offer.terms().validDays();
        long uses = offer.terms().kind().equals("PUNCH") ? offer.terms().uses() : 0;
        if (!cards.add(id, offer, uses, end(offer.from(), validDays), now)) {
            return;
        }
        cards.bind(
                id,
                offer.terms().serviceSkuIds().stream().map(SkuId::value).toList(),
                offer.terms().storeIds().stream().map(StoreId::value).toList());
        outbox.add(new CardIssued(
                offer.memberKey(),
                Long.toString(id),
                offer.productSkuId(),
                offer.terms().kind(),
                uses,
                offer.causeId(),
                now));
    }

    private @Nullable Instant end(Instant from, @Nullable Integer validDays) {
        return validDays == null ? null : days.startOf(days.dateOf(from).plusDays(validDays));
    }
}
