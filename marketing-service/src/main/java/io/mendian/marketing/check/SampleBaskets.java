package io.mendian.marketing.check;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.Charges;
import io.mendian.marketing.pricing.Customer;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PointsTerms;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.product.KnownSku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Baskets in which a rule could apply: as small as its terms and those of the rules beside it allow. */
final class SampleBaskets {

    private static final long MOST_PIECES = 10_000;
    private static final int MOST_BASKETS = 300;

    private final Rule rule;
    private final List<Offer> beside;
    private final Instant at;
    private final Currency currency;
    private final Pricing pricing;

    SampleBaskets(Rule rule, List<Offer> beside, Instant at, Currency currency, Pricing pricing) {
        this.rule = rule;
        this.beside = beside;
        this.at = at;
        this.currency = currency;
        this.pricing = pricing;
    }

    /** Smallest first; empty when no basket meets the terms. */
    List<Basket> of(List<KnownSku> products) {
        List<Basket> baskets = new ArrayList<>();
        List<KnownSku> set = neededTogether(products);
        if (!set.isEmpty()) {
            add(set, baskets);
            return baskets;
        }
        for (KnownSku product : products) {
            if (baskets.size() < MOST_BASKETS) {
                add(List.of(product), baskets);
            }
        }
        return baskets;
    }

    /** The products of a bundle, which one product alone never fills. */
    private List<KnownSku> neededTogether(List<KnownSku> products) {
        List<KnownSku> set = new ArrayList<>();
        if (rule.terms().settings().get("items") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> each && each.get("skuId") instanceof String id) {
                    SkuId sku = SkuId.parse(id);
                    set.add(products.stream()
                            .filter(product -> product.skuId().equals(sku))
                            .findFirst()
                            .orElse(new KnownSku(sku, "", "GOODS", "", CheckRule.UNKNOWN_PRICE, null, null)));
                }
            }
        }
        return set;
    }

    private void add(List<KnownSku> products, List<Basket> baskets) {
        Long own = least(products, rule.offer());
        if (own == null) {
            return;
        }
        Map<Long, Basket> byQuantity = new TreeMap<>();
        // rules before it may take its threshold away in the smallest basket, but not in larger ones
        for (long times = 1; times <= 4; times++) {
            long pieces = Math.min(MOST_PIECES, own * times);
            byQuantity.put(pieces, basket(products, pieces));
        }
        for (Offer other : beside) {
            Long least = other.concerns(store(), basket(products, own).lines()) ? least(products, other) : null;
            if (least != null && least > own && byQuantity.size() < 15) {
                byQuantity.put(least, basket(products, least));
            }
        }
        baskets.addAll(byQuantity.values());
    }

    /** The least number of each piece with which a rule applies on its own; null: none that is tried. */
    private @Nullable Long least(List<KnownSku> products, Offer offer) {
        long enough = 1;
        while (!applies(products, enough, offer)) {
            enough *= 2;
            if (enough > MOST_PIECES) {
                return null;
            }
        }
        long tooFew = enough / 2;
        while (enough - tooFew > 1) {
            long middle = (enough + tooFew) / 2;
            if (applies(products, middle, offer)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean applies(List<KnownSku> products, long quantity, Offer offer) {
        return !pricing.quote(basket(products, quantity).with(List.of(offer)))
                .applied()
                .isEmpty();
    }

    private Basket basket(List<KnownSku> products, long quantity) {
        List<BasketLine> lines = products.stream()
                .map(product -> new BasketLine(
                        product.skuId().text(),
                        product.skuId(),
                        product.kind(),
                        product.category(),
                        quantity,
                        product.listMinor(),
                        null,
                        product.floorMinor() == null ? 0 : product.floorMinor(),
                        false))
                .toList();
        return new Basket(
                store(), at, currency, lines, customer(), 1000, List.of(), false, PointsTerms.NONE, Charges.NONE);
    }

    /** A store for which the rule is. */
    private StoreId store() {
        return rule.offer().scope().storeIds().stream().findFirst().orElse(StoreId.of(1));
    }

    /** A customer for whom the rule is. */
    private Customer customer() {
        Audience audience = rule.terms().audience();
        return new Customer(
                true,
                first(audience.levels()),
                audience.groups(),
                audience.onlyFirstOrder() ? 0L : 1L,
                first(audience.channels()),
                audience.meansOfPayment());
    }

    private static @Nullable String first(Set<String> words) {
        return words.stream().sorted().findFirst().orElse(null);
    }
}
