package io.mendian.order.campaign.client;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What checkout asks of marketing-service for campaign offers: the price of a piece, and to hold a seat. */
@FeignClient(name = "marketing-service", contextId = "checkout-campaign", primary = false)
public interface CampaignClient {

    record PriceRequest(
            String offerId,
            StoreId storeId,
            SkuId skuId,
            MemberKey memberKey,
            long pieces,
            @Nullable String groupId,
            @Nullable String bargainId) {}

    record Price(String offerId, CampaignKind kind, String name, long unitPriceMinor) {}

    /** A seat for an order; without {@code groupId} a group-buy opens a group, whose id is {@code holdId}. */
    record SeatRequest(
            String holdId,
            MemberKey memberKey,
            StoreId storeId,
            String offerId,
            SkuId skuId,
            long pieces,
            long unitPriceMinor,
            @Nullable String groupId,
            @Nullable String bargainId,
            Instant expiresAt) {}

    @PostMapping("/internal/v1/campaign-prices")
    Price price(@RequestBody PriceRequest request);

    @PostMapping("/internal/v1/campaign-seats")
    void hold(@RequestBody SeatRequest request);

    @DeleteMapping("/internal/v1/campaign-seats/{holdId}")
    void release(@PathVariable("holdId") String holdId);
}
