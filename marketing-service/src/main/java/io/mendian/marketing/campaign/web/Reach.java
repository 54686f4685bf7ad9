package io.mendian.marketing.campaign.web;

import io.mendian.marketing.campaign.CampaignProblem;
import io.mendian.marketing.campaign.OfferView;
import io.mendian.runtime.security.Caller;

/** Whose offers somebody at headquarters sees: those of the whole chain, and those of any store he reaches. */
public final class Reach {

    private Reach() {}

    static boolean reads(OfferView offer, Caller caller) {
        return offer.storeIds().isEmpty() || offer.storeIds().stream().anyMatch(caller::reaches);
    }

    /** The offer, or that there is none. */
    public static OfferView readable(OfferView offer, Caller caller) {
        if (!reads(offer, caller)) {
            throw CampaignProblem.CAMPAIGN_UNKNOWN.with();
        }
        return offer;
    }
}
