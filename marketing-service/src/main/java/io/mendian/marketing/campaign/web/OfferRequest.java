package io.mendian.marketing.campaign.web;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.campaign.CampaignKind;
import io.mendian.marketing.campaign.OfferTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer that headquarters makes; {@code from} left out is now. */
record OfferRequest(
        @NotNull CampaignKind kind,
        @NotBlank @Size(max = 60) String name,
        @NotNull SkuId skuId,
        @Nullable @Size(max = 100) List<@NotNull StoreId> storeIds,
        @Min(0) @Max(100_000_000) long priceMinor,
        @Nullable @Min(1) @Max(100_000_000) Long startMinor,
        @Nullable Instant from,
        @NotNull Instant until,
        @Min(1) @Max(100_000) long limitPerMember,
        @Min(1) @Max(10_000_000) long allotment,
        @Nullable @Min(2) @Max(100) Integer groupSize,
        @Nullable @Min(1) @Max(720) Integer lifeHours,
        @Nullable @Min(1) @Max(200) Integer cuts,
        @Nullable @Min(1) @Max(100) Integer helpsPerDay) {

    List<StoreId> stores() {
        return storeIds == null ? List.of() : storeIds.stream().distinct().toList();
    }

    OfferTerms terms(Instant now) {
        return new OfferTerms(
                kind,
                name.strip(),
                skuId,
                stores(),
                priceMinor,
                startMinor,
                from == null ? now : from,
                until,
                limitPerMember,
                allotment,
                groupSize,
                lifeHours,
                cuts,
                helpsPerDay);
    }
}
