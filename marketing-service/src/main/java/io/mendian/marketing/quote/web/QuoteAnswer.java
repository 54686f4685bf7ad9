package io.mendian.marketing.quote.web;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.pricing.AppliedOffer;
import io.mendian.marketing.pricing.Explanation;
import io.mendian.marketing.pricing.NotApplied;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PricedLine;
import io.mendian.marketing.pricing.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A quote in the reader's language. */
record QuoteAnswer(
        long listMinor,
        long discountMinor,
        long payableMinor,
        long pointsUsed,
        long pointsMinor,
        List<String> couponIds,
        Map<String, Long> couponDiscountsMinor,
        Map<String, Long> promotionDiscountsMinor,
        List<Line> lines,
        List<FreePieces> gifts,
        List<Why> explanations,
        List<WhyNot> notApplied,
        long gapMinor,
        String ruleVersion) {

    /** The version of the calculation itself; a change that prices any basket differently raises it. */
    static final String ENGINE = "e1";

    record Line(
            String lineId,
            SkuId skuId,
            long quantity,
            long listMinor,
            long netMinor,
            long points,
            long pointsMinor,
            List<Why> explanations) {}

    record FreePieces(SkuId skuId, long quantity, @Nullable String couponId, String rule) {}

    record Why(String rule, String text, long amountMinor) {}

    record WhyNot(
            String rule,
            String code,
            String reason,
            @Nullable Long missingMinor) {}

    static QuoteAnswer of(Quote quote, Locale locale) {
        Map<String, Long> coupons = discounts(quote, Offer.Layer.COUPON);
        return new QuoteAnswer(
                quote.listMinor(),
                quote.discountMinor(),
                quote.payableMinor(),
                quote.pointsUsed(),
                quote.pointsMinor(),
                List.copyOf(coupons.keySet()),
                coupons,
                discounts(quote, Offer.Layer.PROMOTION),
                quote.lines().stream().map(line -> line(line, locale)).toList(),
                quote.applied().stream().flatMap(each -> gifts(each).stream()).toList(),
                quote.explanations().stream().map(each -> why(each, locale)).toList(),
                quote.notApplied().stream().map(each -> whyNot(each, locale)).toList(),
                quote.gapMinor(),
                ENGINE);
    }

    private static Map<String, Long> discounts(Quote quote, Offer.Layer layer) {
        Map<String, Long> discounts = new TreeMap<>();
        quote.applied().stream()
                .filter(each -> each.offer().layer() == layer)
                .forEach(each -> discounts.put(Long.toString(each.offer().id()), each.discountMinor()));
        return discounts;
    }

    private static boolean isCoupon(AppliedOffer applied) {
        return applied.offer().layer() == Offer.Layer.COUPON;
    }

    private static Line line(PricedLine line, Locale locale) {
        return new Line(
                line.line().lineId(),
                line.line().skuId(),
                line.line().quantity(),
                line.line().listMinor(),
                line.netMinor(),
                line.points(),
                line.pointsMinor(),
                line.explanations().stream().map(each -> why(each, locale)).toList());
    }

    private static List<FreePieces> gifts(AppliedOffer applied) {
        String coupon = isCoupon(applied) ? Long.toString(applied.offer().id()) : null;
        return applied.gifts().stream()
                .map(gift -> new FreePieces(
                        gift.skuId(), gift.quantity(), coupon, applied.offer().rule()))
                .toList();
    }

    private static Why why(Explanation each, Locale locale) {
        return new Why(each.rule(), each.text().in(locale), each.amountMinor());
    }

    private static WhyNot whyNot(NotApplied each, Locale locale) {
        return new WhyNot(each.rule(), each.code(), each.text().in(locale), each.missingMinor());
    }
}
