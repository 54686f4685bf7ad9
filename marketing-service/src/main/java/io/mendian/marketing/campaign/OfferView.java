package io.mendian.marketing.campaign;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer as people see it; amounts in the smallest unit for one piece, {@code left} pieces of the allotment. */
public record OfferView(
        String offerId,
        CampaignKind kind,
        String name,
        SkuId skuId,
        List<StoreId> storeIds,
        long priceMinor,
        @Nullable Long startMinor,
        Instant from,
        Instant until,
        long limitPerMember,
        long allotment,
        long left,
        @Nullable Integer groupSize,
        @Nullable Integer lifeHours,
        @Nullable Integer cuts,
        @Nullable Integer helpsPerDay,
        boolean running) {

    static OfferView of(CampaignOffer offer, Instant now) {
        OfferTerms terms = offer.terms();
        return new OfferView(
                Long.toString(offer.id()),
                terms.kind(),
                terms.name(),
                terms.sku(),
                terms.stores(),
                terms.priceMinor(),
                terms.startMinor(),
                terms.from(),
                terms.until(),
                terms.limitPerMember(),
                terms.allotment(),
                offer.left(),
                terms.groupSize(),
                terms.lifeHours(),
                terms.cuts(),
                terms.helpsPerDay(),
                offer.runsAt(now));
    }
}
