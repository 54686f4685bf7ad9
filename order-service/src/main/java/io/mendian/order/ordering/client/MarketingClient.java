package io.mendian.order.ordering.client;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;

/** What checkout asks of marketing-service: the price of a basket, and to hold its coupons and promotions' budgets. */
@FeignClient(name = "marketing-service", contextId = "checkout-marketing", primary = false)
public interface MarketingClient {

    /** A line to be priced; {@code unitMemberMinor} only for members whose level has member prices. */
    record QuoteLine(
            String lineId,
            SkuId skuId,
            String kind,
            String category,
            long quantity,
            long unitListMinor,
            @Nullable Long unitMemberMinor) {}

    /**
     * A basket to be priced; {@code couponIds} null = the best ones; {@code usePoints} -1 = as many as allowed;
     * {@code payWith} the means he will pay with; coupons and budgets kept for {@code holdId} count as free.
     */
    record QuoteRequest(
            StoreId storeId,
            @Nullable MemberKey memberKey,
            String channel,
            Instant at,
            List<QuoteLine> lines,
            @Nullable String level,
            long levelPricePermille,
            @Nullable List<String> couponIds,
            long usePoints,
            long pointsBalance,
            long pointsPerCurrencyUnit,
            long pointsCapPermille,
            String currency,
            @Nullable List<String> payWith,
            long memberPaidOrders,
            @Nullable String holdId) {}

    /** Why a price is what it is. */
    record Explanation(@Nullable String rule, @Nullable String text, long amountMinor) {}

    /** A line with its price; {@code pointsMinor} is the part of it that points pay. */
    record QuotedLine(
            String lineId,
            long quantity,
            long listMinor,
            long netMinor,
            long pointsMinor,
            @Nullable List<Explanation> explanations) {}

    /** A piece given on top. */
    record Gift(SkuId skuId, long quantity, @Nullable String couponId) {}

    /** An amount on top of the lines. */
    record Fee(@Nullable String code, @Nullable String text, long amountMinor) {}

    /** What the basket costs with other means of payment; none: with any, and no rule that asks for one. */
    record PaidOtherwise(
            List<String> payWith,
            long payableMinor,
            @Nullable String text) {}

    /** A rule that did not apply, and what is missing to qualify. */
    record NotApplied(
            @Nullable String rule,
            @Nullable String reason,
            @Nullable Long missingMinor) {}

    /** A priced basket. */
    record QuoteAnswer(
            long listMinor,
            long discountMinor,
            long payableMinor,
            long pointsUsed,
            @Nullable List<String> couponIds,
            @Nullable Map<String, Long> couponDiscountsMinor,
            @Nullable Map<String, Long> promotionDiscountsMinor,
            List<QuotedLine> lines,
            @Nullable List<Gift> gifts,
            @Nullable List<Explanation> explanations,
            @Nullable List<NotApplied> notApplied,
            @Nullable List<Fee> fees,
            @Nullable Long roundingMinor,
            @Nullable List<PaidOtherwise> paidOtherwise,
            @Nullable String ruleVersion) {}

    /** Coupons to be kept for an order until its deadline, and what each takes off. */
    record CouponHoldRequest(
            String holdId,
            MemberKey memberKey,
            List<String> couponIds,
            Instant expiresAt,
            Map<String, Long> discountsMinor) {}

    /** A printed code shown at a store's counter. */
    record CodeRequest(String code, StoreId storeId) {}

    /** What a printed code gives without a purchase, and the coupon that is held for it. */
    record CodeGoods(String couponId, String name, SkuId skuId, long quantity) {}

    /** A printed code's coupon to be kept for an order without a member. */
    record CodeHoldRequest(String holdId, String couponId, Instant expiresAt) {}

    /** Promotions whose budgets are to be kept for an order until its deadline, and what each takes off. */
    record PromotionHoldRequest(
            String holdId, @Nullable MemberKey memberKey, Map<String, Long> discountsMinor, Instant expiresAt) {}

    /** The answer reads as a {@link QuoteAnswer}; all of it is kept with the order. */
    @PostMapping("/internal/v1/quotes")
    JsonNode quote(@RequestHeader("Accept-Language") String language, @RequestBody QuoteRequest request);

    /** Computes an old quote again from its stored answer; live rules are not looked at. */
    @PostMapping("/internal/v1/quotes/again")
    JsonNode quoteAgain(@RequestHeader("Accept-Language") String language, @RequestBody JsonNode stored);

    @PostMapping("/internal/v1/coupon-holds")
    void hold(@RequestBody CouponHoldRequest request);

    @DeleteMapping("/internal/v1/coupon-holds/{holdId}")
    void release(@PathVariable("holdId") String holdId);

    @PostMapping("/internal/v1/coupon-code-quotes")
    CodeGoods codeGoods(@RequestBody CodeRequest request);

    /** Released as any coupon hold. */
    @PostMapping("/internal/v1/coupon-code-holds")
    void holdCode(@RequestBody CodeHoldRequest request);

    @PostMapping("/internal/v1/promotion-holds")
    void holdPromotions(@RequestBody PromotionHoldRequest request);

    @DeleteMapping("/internal/v1/promotion-holds/{holdId}")
    void releasePromotions(@PathVariable("holdId") String holdId);
}
