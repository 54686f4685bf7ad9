package io.mendian.marketing.quote;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.PointsTerms;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What order-service wants to know the price of.
 *
 * @param payWith the tender the customer means to use, for promotions that ask for one (储值余额支付更优惠)
 * @param couponIds chosen by the member; null: the best of all he has; empty: none
 * @param holdId coupons that this hold keeps count as free, so that an order can be quoted again
 */
public record QuoteCommand(
        StoreId storeId,
        @Nullable MemberKey memberKey,
        @Nullable String channel,
        @Nullable String level,
        @Nullable String payWith,
        Instant at,
        Currency currency,
        List<BasketLine> lines,
        long levelPricePermille,
        @Nullable List<Long> couponIds,
        @Nullable Long holdId,
        PointsTerms points) {}
