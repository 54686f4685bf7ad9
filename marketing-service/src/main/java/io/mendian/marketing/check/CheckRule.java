package io.mendian.marketing.check;

import io.mendian.marketing.check.Finding.Code;
import io.mendian.marketing.check.Finding.Piece;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.Text;
import io.mendian.marketing.pricing.TimeWindows;
import io.mendian.marketing.product.KnownSku;
import io.mendian.marketing.product.ProductQueries;
import io.mendian.marketing.promotion.PromotionQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tries a rule beside the live ones on small baskets of the products that leave the least room, and tells what headquarters
 * should know before it goes live. It changes nothing.
 */
@Component
public class CheckRule {

    static final long UNKNOWN_PRICE = 10_000;
    private static final int PRODUCTS = 30;
    private static final int LOOKED_AT = 2_000;
    private static final Duration STEP = Duration.ofMinutes(15);

    private final PromotionQueries promotions;
    private final CouponQueries coupons;
    private final ProductQueries products;
    private final Currency currency;
    private final Clock clock;
    private final Pricing pricing = new Pricing(2_000);

    CheckRule(
            PromotionQueries promotions,
            CouponQueries coupons,
            ProductQueries products,
            @Value("${mendian.currency:CNY}") String currency,
            Clock clock) {
        this.promotions = promotions;
        this.coupons = coupons;
        this.products = products;
        this.currency = Currency.getInstance(currency);
        this.clock = clock;
    }

    /** Findings, the gravest kind first; empty when there is nothing to know. */
    public List<Finding> check(Rule rule) {
        Offer offer = rule.offer();
        Instant at = firstOpen(rule);
        if (at == null) {
            String zh = "「" + offer.name() + "」在有效期内没有任何开放时段，永远不会生效";
            return List.of(alone(Code.NEVER_OPEN, offer, zh, offer.name() + " is never open in its span of time"));
        }
        List<Offer> live = promotions.running(at).stream()
                .map(Rule::offer)
                .filter(each -> !each.rule().equals(offer.rule()))
                .toList();
        List<KnownSku> inScope = inScope(offer);
        List<Basket> baskets = new SampleBaskets(rule, live, at, currency, pricing).of(inScope);
        if (baskets.isEmpty()) {
            String zh = "「" + offer.name() + "」的条件没有任何商品组合能满足（每种最多试到 10000 件）";
            String en = "No basket meets the terms of " + offer.name()
                    + " (up to 10,000 pieces of each product were tried)";
            return List.of(alone(Code.NEVER_APPLIES, offer, zh, en));
        }
        Findings findings = new Findings(offer, inScope, pricing, currency);
        List<Offer> wallet = coupons.liveOffers(at).stream()
                .map(Rule::offer)
                .filter(each -> !each.rule().equals(offer.rule()))
                .toList();
        for (Basket basket : baskets) {
            findings.look(basket, live, wallet);
        }
        return findings.all();
    }

    /** The first instant at which it runs, from now on. */
    private @Nullable Instant firstOpen(Rule rule) {
        Instant now = clock.instant();
        Instant from = rule.terms().validFrom().isAfter(now) ? rule.terms().validFrom() : now;
        TimeWindows hours = rule.terms().hours();
        Instant week = from.plus(Duration.ofDays(8));
        for (Instant at = from; at.isBefore(week) && at.isBefore(rule.terms().validTo()); at = at.plus(STEP)) {
            if (hours == null || hours.contains(at)) {
                return at;
            }
        }
        return null;
    }

    /** Products in its scope; where none is known, one that stands for all. */
    private List<KnownSku> inScope(Offer offer) {
        List<KnownSku> known = products.scarcest(LOOKED_AT).stream()
                .filter(sku -> offer.scope().includes(line(sku)))
                .limit(PRODUCTS)
                .toList();
        return known.isEmpty() ? List.of(standIn(offer)) : known;
    }

    private static KnownSku standIn(Offer offer) {
        var scope = offer.scope();
        return new KnownSku(
                scope.skuIds().stream().findFirst().orElse(io.mendian.kernel.SkuId.of(1)),
                "",
                scope.kinds().stream().sorted().findFirst().orElse("GOODS"),
                scope.categories().stream().sorted().findFirst().orElse(""),
                UNKNOWN_PRICE,
                null,
                null);
    }

    private static BasketLine line(KnownSku sku) {
        return new BasketLine("1", sku.skuId(), sku.kind(), sku.category(), 1, sku.listMinor(), null, 0, false);
    }

    private static Finding alone(Code code, Offer offer, String zh, String en) {
        return new Finding(code, code + ":" + offer.rule(), new Text(zh, en), List.of(offer.rule()), List.of(), 0);
    }

    /** Refuses to publish with findings that nobody has acknowledged. */
    public void refuseUnless(@Nullable List<String> acknowledged, Rule rule) {
        Set<String> known = acknowledged == null ? Set.of() : Set.copyOf(acknowledged);
        List<Finding> open = new ArrayList<>(check(rule));
        open.removeIf(finding -> known.contains(finding.id()));
        if (!open.isEmpty()) {
            throw CheckProblem.RULE_HAS_FINDINGS.with(
                    "count",
                    open.size(),
                    "findings",
                    open.stream().map(Finding::id).toList(),
                    "first",
                    open.getFirst().text().zh(),
                    "firstEn",
                    open.getFirst().text().en());
        }
    }

    static List<Piece> pieces(Basket basket, List<KnownSku> products) {
        return basket.lines().stream()
                .map(line -> new Piece(
                        line.skuId(),
                        products.stream()
                                .filter(sku -> sku.skuId().equals(line.skuId()))
                                .map(KnownSku::name)
                                .findFirst()
                                .orElse(""),
                        line.quantity(),
                        line.unitListMinor()))
                .toList();
    }
}
