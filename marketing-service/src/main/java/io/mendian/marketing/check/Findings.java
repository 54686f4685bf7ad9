package io.mendian.marketing.check;

import io.mendian.kernel.Money;
import io.mendian.marketing.check.Finding.Code;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.NotApplied;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PricedLine;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Text;
import io.mendian.marketing.product.KnownSku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at baskets with and without the new rule and keeps, of each finding, the smallest basket that shows it. */
final class Findings {

    private final Offer offer;
    private final List<KnownSku> products;
    private final Pricing pricing;
    private final Currency currency;
    private final Map<String, Finding> byId = new HashMap<>();
    private final Map<String, Long> size = new HashMap<>();
    private final Set<String> alive = new HashSet<>();
    private final Map<String, Offer> aliveBefore = new HashMap<>();
    private boolean used;
    private @Nullable NotApplied refused;
    private @Nullable Basket first;

    Findings(Offer offer, List<KnownSku> products, Pricing pricing, Currency currency) {
        this.offer = offer;
        this.products = products;
        this.pricing = pricing;
        this.currency = currency;
    }

    /** {@code live}: promotions that run; {@code wallet}: one coupon of each live template, which a member may have. */
    void look(Basket basket, List<Offer> live, List<Offer> wallet) {
        Quote before = pricing.quote(basket.with(live));
        Quote after = pricing.quote(basket.with(plus(live, List.of(offer))));
        first = first == null ? basket : first;
        before.applied().forEach(each -> aliveBefore.put(each.offer().rule(), each.offer()));
        after.applied().forEach(each -> alive.add(each.offer().rule()));
        if (uses(after)) {
            used = true;
        } else {
            refused = after.notApplied().stream()
                    .filter(each -> each.rule().equals(offer.rule()))
                    .findFirst()
                    .orElse(refused);
        }
        tooCheap(basket, before, after);
        if (!wallet.isEmpty()) {
            Quote worst = pricing.quote(basket.with(plus(live, plus(wallet, List.of(offer)))));
            tooCheap(basket, pricing.quote(basket.with(plus(live, wallet))), worst);
        }
    }

    private void tooCheap(Basket basket, Quote before, Quote after) {
        if (!uses(after)) {
            return;
        }
        for (PricedLine line : after.lines()) {
            long was = net(before, line);
            long net = line.netMinor();
            KnownSku sku = products.stream()
                    .filter(each -> each.skuId().equals(line.line().skuId()))
                    .findFirst()
                    .orElse(null);
            long cost = sku == null || sku.costMinor() == null
                    ? 0
                    : sku.costMinor() * line.line().quantity();
            if (net == 0 && was > 0) {
                found(Code.FREE, basket, after, "白送", "given away", line);
            } else if (net < cost && was >= cost) {
                Money by = money(cost - net);
                found(Code.BELOW_COST, basket, after, "低于成本 " + by.zh(), by.figure() + " below its cost", line);
            }
        }
        after.notApplied().stream()
                .filter(each -> each.code().equals("AT_FLOOR")
                        && before.notApplied().stream()
                                .noneMatch(other -> other.rule().equals(each.rule())))
                .findFirst()
                .ifPresent(floor -> found(
                        Code.CUT_BY_FLOOR,
                        basket,
                        after,
                        "被最低价截住，优惠给不足",
                        "held by its lowest price; the discount is cut short",
                        after.lines().getFirst()));
    }

    private void found(Code code, Basket basket, Quote after, String zh, String en, PricedLine line) {
        List<String> rules = after.applied().stream()
                .map(each -> each.offer().rule())
                .sorted()
                .toList();
        String id = code + ":" + String.join("+", rules);
        long list = after.listMinor();
        if (size.getOrDefault(id, Long.MAX_VALUE) <= list) {
            return;
        }
        size.put(id, list);
        String names = String.join(
                "、",
                after.applied().stream()
                        .map(each -> "「" + each.offer().name() + "」")
                        .toList());
        String what = line.line().skuId().text() + " × " + line.line().quantity();
        byId.put(
                id,
                new Finding(
                        code,
                        id,
                        new Text(
                                names + "同时使用时，商品 " + what + " " + zh + "（原价 "
                                        + money(list).zh() + "，实付 "
                                        + money(after.payableMinor()).zh() + "）",
                                "With " + String.join(", ", rules) + " product " + what + " is " + en + " (list price "
                                        + money(list).figure() + ", paid "
                                        + money(after.payableMinor()).figure() + ")"),
                        rules,
                        CheckRule.pieces(basket, products),
                        after.payableMinor()));
    }

    List<Finding> all() {
        if (!used && first != null) {
            String why = refused == null ? "" : "：" + refused.text().zh();
            String whyEn = refused == null ? "" : ": " + refused.text().en();
            add(
                    Code.NEVER_BETTER,
                    List.of(offer.rule()),
                    "「" + offer.name() + "」在试算的所有组合中都不会被采用" + why,
                    offer.name() + " is part of the best price in none of the baskets that were tried" + whyEn);
        }
        if (used) {
            aliveBefore.forEach((rule, other) -> {
                if (!alive.contains(rule)) {
                    add(
                            Code.MAKES_DEAD,
                            List.of(offer.rule(), rule),
                            "上线后，在试算的组合中「" + other.name() + "」不再被采用",
                            "With it, " + other.name() + " is no longer part of the best price where it was");
                }
            });
        }
        List<Finding> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(Finding::code).thenComparing(Finding::id));
        return all;
    }

    private void add(Code code, List<String> rules, String zh, String en) {
        String id = code + ":" + String.join("+", rules);
        List<Finding.Piece> pieces = first == null ? List.of() : CheckRule.pieces(first, products);
        byId.put(id, new Finding(code, id, new Text(zh, en), rules, pieces, 0));
    }

    private boolean uses(Quote quote) {
        return quote.applied().stream().anyMatch(each -> each.offer().rule().equals(offer.rule()));
    }

    private static long net(Quote quote, PricedLine line) {
        return quote.lines().stream()
                .filter(each -> each.line().lineId().equals(line.line().lineId()))
                .mapToLong(PricedLine::netMinor)
                .sum();
    }

    private static List<Offer> plus(List<Offer> some, List<Offer> more) {
        List<Offer> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Money money(long minor) {
        return Money.of(minor, currency);
    }
}
