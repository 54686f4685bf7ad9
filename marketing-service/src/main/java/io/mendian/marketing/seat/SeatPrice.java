package io.mendian.marketing.seat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.campaign.CampaignKind;
import org.jspecify.annotations.Nullable;

/** What a piece costs by an offer, per piece in the smallest unit. */
public record SeatPrice(String offerId, CampaignKind kind, String name, long unitPriceMinor) {

    /** What somebody would like to buy by an offer. */
    public record Asked(
            long offer,
            StoreId store,
            SkuId sku,
            MemberKey member,
            long pieces,
            @Nullable Long group,
            @Nullable Long bargain) {}
}
