package io.mendian.marketing.quote.web;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.charge.ChargeTerms;
import io.mendian.marketing.charge.StoreCharges;
import io.mendian.marketing.pricing.AppliedOffer;
import io.mendian.marketing.pricing.Explanation;
import io.mendian.marketing.pricing.NotApplied;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PricedLine;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.RuleTerms;
import io.mendian.marketing.quote.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A quote in the reader's language, with all that is needed to compute it again. */
record QuoteAnswer(
        long listMinor,
        long discountMinor,
        long feesMinor,
        long roundingMinor,
        long payableMinor,
        long pointsUsed,
        long pointsMinor,
        List<String> couponIds,
        Map<String, Long> couponDiscountsMinor,
        Map<String, Long> promotionDiscountsMinor,
        List<Line> lines,
        List<FreePieces> gifts,
        List<FeeLine> fees,
        List<Why> explanations,
        List<WhyNot> notApplied,
        List<PaidSo> paidOtherwise,
        long gapMinor,
        List<UsedRule> rules,
        UsedCharges charges,
        QuoteRequest asked,
        String ruleVersion) {

    /** The version of the calculation itself; a change that prices any basket differently raises it. */
    static final String ENGINE = "e2";

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

    record FeeLine(String code, String text, long amountMinor) {}

    record Why(String rule, String text, long amountMinor) {}

    record WhyNot(
            String rule,
            String code,
            String reason,
            @Nullable Long missingMinor) {}

    record PaidSo(List<String> payWith, long payableMinor, String text) {}

    /** A rule as it was; {@code ruleId}: the promotion's or the coupon template's. */
    record UsedRule(
            String rule, Offer.Layer layer, String id, String ruleId, String name, int version, RuleTerms terms) {}

    record UsedCharges(String storeId, int version, ChargeTerms terms) {}

    static QuoteAnswer of(QuoteRequest asked, Quoted quoted, Locale locale) {
        Quote quote = quoted.quote();
        Map<String, Long> coupons = discounts(quote, true);
        StoreCharges charges = quoted.charges();
        return new QuoteAnswer(
                quote.listMinor(),
                quote.discountMinor(),
                quote.feesMinor(),
                quote.roundingMinor(),
                quote.payableMinor(),
                quote.pointsUsed(),
                quote.pointsMinor(),
                List.copyOf(coupons.keySet()),
                coupons,
                discounts(quote, false),
                quote.lines().stream().map(line -> line(line, locale)).toList(),
                quote.applied().stream().flatMap(each -> gifts(each).stream()).toList(),
                quote.fees().stream()
                        .map(fee -> new FeeLine(fee.code(), fee.text().in(locale), fee.amountMinor()))
                        .toList(),
                quote.explanations().stream().map(each -> why(each, locale)).toList(),
                quote.notApplied().stream().map(each -> whyNot(each, locale)).toList(),
                quoted.otherwise().stream()
                        .map(each -> new PaidSo(
                                List.copyOf(each.payWith()),
                                each.payableMinor(),
                                each.text().in(locale)))
                        .toList(),
                quote.gapMinor(),
                quoted.rules().stream().map(QuoteAnswer::used).toList(),
                new UsedCharges(charges.storeId(), charges.version(), charges.terms()),
                asked.withFloors(quote.lines().stream().map(PricedLine::line).toList()),
                ENGINE);
    }

    private static UsedRule used(Rule rule) {
        Offer offer = rule.offer();
        return new UsedRule(
                offer.rule(),
                offer.layer(),
                Long.toString(offer.id()),
                Long.toString(offer.ruleId()),
                offer.name(),
                rule.version(),
                rule.terms());
    }

    private static Map<String, Long> discounts(Quote quote, boolean coupons) {
        Map<String, Long> discounts = new TreeMap<>();
        quote.applied().stream()
                .filter(each -> each.offer().isCoupon() == coupons)
                .forEach(each -> discounts.put(Long.toString(each.offer().id()), each.discountMinor()));
        return discounts;
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
        String coupon =
                applied.offer().isCoupon() ? Long.toString(applied.offer().id()) : null;
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
