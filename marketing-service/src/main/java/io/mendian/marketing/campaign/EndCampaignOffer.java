package io.mendian.marketing.campaign;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Ends a campaign offer now: nothing new begins. Seats that are held keep their price, groups that run go on to their end. */
@UseCase
public class EndCampaignOffer {

    private final CampaignOfferMapper mapper;
    private final Clock clock;

    EndCampaignOffer(CampaignOfferMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public void end(long id) {
        if (mapper.selectById(id) == null) {
            throw CampaignProblem.CAMPAIGN_UNKNOWN.with();
        }
        mapper.end(id, clock.instant());
    }
}
