package io.mendian.marketing.campaign;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The allotments of campaign offers, inside the caller's transaction: first the offer's pieces, then the member's. Never more
 * than the allotment, nor than the limit of a member.
 */
@Component
public class CampaignOffers {

    private final CampaignOfferMapper mapper;
    private final Clock clock;

    CampaignOffers(CampaignOfferMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    public Optional<CampaignOffer> find(long id) {
        return Optional.ofNullable(mapper.selectById(id)).map(CampaignOffer::of);
    }

    public CampaignOffer require(long id) {
        return find(id).orElseThrow(CampaignProblem.CAMPAIGN_UNKNOWN::with);
    }

    /** Pieces for a seat, or the refusal; {@code anyTime}: it joins what began while the offer ran. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CampaignOffer offer, MemberKey member, long pieces, boolean anyTime) {
        Instant now = clock.instant();
        Guard.one(mapper.keep(offer.id(), pieces, anyTime, now), () -> refusal(offer, anyTime, now));
        mapper.openMember(offer.id(), member.value());
        long limit = offer.terms().limitPerMember();
        Guard.one(mapper.keepMember(offer.id(), member.value(), pieces, limit), () -> overLimit(offer, member));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(long offer, MemberKey member, long pieces) {
        Guard.one(mapper.giveBack(offer, pieces), () -> less(offer));
        Guard.one(mapper.giveBackMember(offer, member.value(), pieces), () -> less(offer));
    }

    /** Refuses what could not be kept now; keeps nothing. */
    public void requireRoom(CampaignOffer offer, MemberKey member, long pieces) {
        if (pieces > offer.left()) {
            throw CampaignProblem.CAMPAIGN_SOLD_OUT.with("left", offer.left());
        }
        if (keptOf(offer, member) + pieces > offer.terms().limitPerMember()) {
            throw overLimit(offer, member);
        }
    }

    private ProblemException refusal(CampaignOffer offer, boolean anyTime, Instant now) {
        CampaignOffer live = require(offer.id());
        return anyTime || live.runsAt(now)
                ? CampaignProblem.CAMPAIGN_SOLD_OUT.with("left", Math.max(0, live.left()))
                : CampaignProblem.CAMPAIGN_OVER.with();
    }

    private ProblemException overLimit(CampaignOffer offer, MemberKey member) {
        long limit = offer.terms().limitPerMember();
        return CampaignProblem.CAMPAIGN_LIMIT.with("limit", limit, "left", Math.max(0, limit - keptOf(offer, member)));
    }

    private long keptOf(CampaignOffer offer, MemberKey member) {
        return Objects.requireNonNullElse(mapper.keptOfMember(offer.id(), member.value()), 0L);
    }

    private static IllegalStateException less(long offer) {
        return new IllegalStateException("offer " + offer + " keeps less than its seats");
    }
}
