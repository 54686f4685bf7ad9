package io.mendian.marketing.campaign;

import io.mendian.kernel.MemberKey;
import io.mendian.marketing.MarketingProperties;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cuts the price of somebody else's bargain, once per helper and so often a day. Under the bargain's lock, so that the cuts follow each
 * other and the price never passes its floor. A helper who comes again gets the same answer.
 */
@UseCase
public class HelpBargain {

    private final CampaignOffers offers;
    private final BargainMapper bargains;
    private final RandomGenerator random = new SecureRandom();
    private final ZoneId zone;
    private final Clock clock;

    HelpBargain(CampaignOffers offers, BargainMapper bargains, MarketingProperties properties, Clock clock) {
        this.offers = offers;
        this.bargains = bargains;
        this.zone = properties.zone();
        this.clock = clock;
    }

    @Transactional
    public void help(long id, MemberKey helper) {
        BargainRow bargain = bargains.lock(id);
        if (bargain == null) {
            throw CampaignProblem.BARGAIN_UNKNOWN.with();
        }
        if (bargains.helped(id, helper.value()) != null) {
            return;
        }
        Instant now = clock.instant();
        refuse(bargain, helper, now);
        CampaignOffer offer = offers.require(bargain.offerId());
        int most = Objects.requireNonNull(offer.terms().helpsPerDay());
        LocalDate day = now.atZone(zone).toLocalDate();
        bargains.openDay(offer.id(), helper.value(), day);
        Guard.one(
                bargains.countDay(offer.id(), helper.value(), day, most),
                () -> CampaignProblem.BARGAIN_HELPS_SPENT.with("limit", most));
        long cut =
                Cuts.draw(bargain.priceMinor() - bargain.floorMinor(), bargain.cutsMost() - bargain.cutsMade(), random);
        Guard.one(
                bargains.cut(id, bargain.priceMinor(), cut),
                () -> new ConcurrencyFailureException("bargain " + id + " changed meanwhile"));
        bargains.help(id, helper.value(), cut, bargain.priceMinor() - cut, now);
    }

    private static void refuse(BargainRow bargain, MemberKey helper, Instant now) {
        if (bargain.memberKey() == helper.value()) {
            throw CampaignProblem.BARGAIN_OWN.with();
        }
        if (bargain.cutsMade() == bargain.cutsMost()) {
            throw CampaignProblem.BARGAIN_AT_FLOOR.with();
        }
        if (bargain.state() == BargainState.ORDERED) {
            throw CampaignProblem.BARGAIN_ORDERED.with();
        }
        if (bargain.state() != BargainState.OPEN || !now.isBefore(bargain.endsAt())) {
            throw CampaignProblem.BARGAIN_OVER.with();
        }
    }
}
