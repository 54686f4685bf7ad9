package io.mendian.marketing.campaign;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Begins a member's bargain; he has one of an offer at a time. */
@UseCase
public class StartBargain {

    private final CampaignOffers offers;
    private final BargainMapper bargains;
    private final Clock clock;

    StartBargain(CampaignOffers offers, BargainMapper bargains, Clock clock) {
        this.offers = offers;
        this.bargains = bargains;
        this.clock = clock;
    }

    /** Gives the bargain's id. */
    @Transactional
    public long start(long offerId, MemberKey member) {
        CampaignOffer offer = offers.require(offerId);
        OfferTerms terms = offer.terms();
        Instant now = clock.instant();
        if (terms.kind() != CampaignKind.BARGAIN || !offer.runsAt(now)) {
            throw CampaignProblem.CAMPAIGN_OVER.with();
        }
        offers.requireRoom(offer, member, 1);
        bargains.over(offerId, member.value(), now);
        long start = Objects.requireNonNull(terms.startMinor());
        Instant life = now.plus(Duration.ofHours(Objects.requireNonNull(terms.lifeHours())));
        BargainRow row = new BargainRow(
                Ids.next(),
                offerId,
                member.value(),
                member.value(),
                start,
                terms.priceMinor(),
                start,
                0,
                Objects.requireNonNull(terms.cuts()),
                BargainState.OPEN,
                now,
                life.isBefore(terms.until()) ? life : terms.until());
        try {
            bargains.insert(row);
        } catch (DuplicateKeyException e) {
            throw CampaignProblem.BARGAIN_RUNNING.with();
        }
        return row.id();
    }
}
