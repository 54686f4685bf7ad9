package io.mendian.marketing.campaign;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign offers; terms never change, only the end may come earlier. Amounts in the smallest unit, for one piece.
 *
 * @param stores where it can be bought; empty: everywhere
 * @param priceMinor the price; of a bargain its floor
 * @param startMinor of a bargain: where the price begins
 * @param limitPerMember pieces that one member may have, live and paid
 * @param allotment pieces in all; real stock is held besides
 * @param groupSize of a group-buy: paid seats that make it succeed
 * @param lifeHours how long a group has to fill, or a bargain lives
 * @param cuts of a bargain: helpers after whom the price is at its floor
 * @param helpsPerDay of a bargain: how often one helper helps in this offer on one calendar day
 */
public record OfferTerms(
        CampaignKind kind,
        String name,
        SkuId sku,
        List<StoreId> stores,
        long priceMinor,
        @Nullable Long startMinor,
        Instant from,
        Instant until,
        long limitPerMember,
        long allotment,
        @Nullable Integer groupSize,
        @Nullable Integer lifeHours,
        @Nullable Integer cuts,
        @Nullable Integer helpsPerDay) {

    public OfferTerms {
        stores = List.copyOf(stores);
    }

    /** Refuses terms that do not fit their kind, naming the field. */
    void check() {
        require(until.isAfter(from), "until");
        require(limitPerMember >= 1 && limitPerMember <= allotment, "limitPerMember");
        boolean group = kind == CampaignKind.GROUP_BUY;
        boolean bargain = kind == CampaignKind.BARGAIN;
        require(group == (groupSize != null), "groupSize");
        require(kind == CampaignKind.FLASH_SALE ? lifeHours == null : lifeHours != null, "lifeHours");
        require(bargain == (startMinor != null), "startMinor");
        require(bargain == (cuts != null), "cuts");
        require(bargain == (helpsPerDay != null), "helpsPerDay");
        if (groupSize != null) {
            require(groupSize <= allotment, "groupSize");
        }
        if (startMinor != null && cuts != null) {
            // each cut takes something off
            require(startMinor - priceMinor >= cuts, "startMinor");
        }
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw CampaignProblem.CAMPAIGN_INVALID.with("field", field);
        }
    }
}
