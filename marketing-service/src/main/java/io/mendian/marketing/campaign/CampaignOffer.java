package io.mendian.marketing.campaign;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A campaign offer: its terms, and the pieces that live and paid seats have of it. */
public record CampaignOffer(long id, OfferTerms terms, long kept) {

    public boolean runsAt(Instant now) {
        return !now.isBefore(terms.from()) && now.isBefore(terms.until());
    }

    public long left() {
        return terms.allotment() - kept;
    }

    /** Refuses what this offer is not for. */
    public void requireFor(StoreId store, SkuId sku) {
        if (!terms.stores().isEmpty() && !terms.stores().contains(store)) {
            throw CampaignProblem.CAMPAIGN_OTHER_STORE.with();
        }
        if (!terms.sku().equals(sku)) {
            throw CampaignProblem.CAMPAIGN_OTHER_PRODUCT.with();
        }
    }

    static CampaignOffer of(CampaignOfferRow row) {
        List<StoreId> stores = row.storeIds().isEmpty()
                ? List.of()
                : Arrays.stream(row.storeIds().split(",")).map(StoreId::parse).toList();
        return new CampaignOffer(
                row.id(),
                new OfferTerms(
                        row.kind(),
                        row.name(),
                        SkuId.of(row.skuId()),
                        stores,
                        row.priceMinor(),
                        row.startMinor(),
                        row.fromAt(),
                        row.untilAt(),
                        row.limitPerMember(),
                        row.allotment(),
                        row.groupSize(),
                        row.lifeHours(),
                        row.cuts(),
                        row.helpsPerDay()),
                row.kept());
    }

    CampaignOfferRow row(Instant now) {
        return new CampaignOfferRow(
                id,
                terms.kind(),
                terms.name(),
                terms.sku().value(),
                terms.stores().stream().map(StoreId::text).collect(Collectors.joining(",")),
                terms.priceMinor(),
                terms.startMinor(),
                terms.from(),
                terms.until(),
                terms.limitPerMember(),
                terms.allotment(),
                kept,
                terms.groupSize(),
                terms.lifeHours(),
                terms.cuts(),
                terms.helpsPerDay(),
                now);
    }
}
