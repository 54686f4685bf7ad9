package io.mendian.bench.inside;

import io.mendian.kernel.Money;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.benefit.Rules;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.Charges;
import io.mendian.marketing.pricing.Customer;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PointsTerms;
import io.mendian.marketing.pricing.RuleTerms;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Large baskets of members with many coupons, every one of a template of its own. The same seed gives the same basket. */
final class Wallets {

    /** How the coupons stand together. */
    enum Mix {
        /** Half of them in one category of which one may be used, the rest in three others; some exclusive. */
        USUAL,
        /** Five categories of which up to three go together, thresholds near what the basket costs, three evaluation groups, neighbours. */
        CROWDED
    }

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final String[] KINDS = {
        "AMOUNT_OFF",
        "AMOUNT_OFF",
        "AMOUNT_OFF",
        "AMOUNT_OFF",
        "AMOUNT_OFF",
        "PERCENT_OFF",
        "PERCENT_OFF",
        "AMOUNT_OFF_TIERS",
        "EVERY_AMOUNT_OFF",
        "GIFT"
    };
    private static final String[] PROMOTIONS = {
        "AMOUNT_OFF", "AMOUNT_OFF_TIERS", "EVERY_AMOUNT_OFF", "PERCENT_OFF", "PIECES_PERCENT_OFF", "NTH_PIECE", "GIFT"
    };

    private final Rules rules;
    private final Mix mix;
    private final SplittableRandom random;

    Wallets(Rules rules, Mix mix, long seed) {
        this.rules = rules;
        this.mix = mix;
        this.random = new SplittableRandom(seed);
    }

    Basket next(int lines, int coupons, int promotions) {
        List<BasketLine> basket = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            basket.add(new BasketLine(
                    "l" + i,
                    SkuId.of(1000 + random.nextInt(4 * lines)),
                    random.nextInt(5) == 0 ? "SERVICE" : "GOODS",
                    "c" + random.nextInt(8),
                    1 + random.nextInt(4),
                    100 + random.nextInt(6_000),
                    null,
                    random.nextInt(10) == 0 ? 100 : 0,
                    false));
        }
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < promotions + coupons; i++) {
            boolean promotion = i < promotions;
            String kind =
                    promotion ? PROMOTIONS[random.nextInt(PROMOTIONS.length)] : KINDS[random.nextInt(KINDS.length)];
            offers.add(rules.rule(
                            promotion ? Offer.Layer.PROMOTION : Offer.Layer.COUPON, 1 + i, 1 + i, kind, 1, terms(kind))
                    .offer());
        }
        return new Basket(
                StoreId.of(1),
                NOW,
                Money.CNY,
                basket,
                Customer.STRANGER,
                1000,
                offers,
                false,
                PointsTerms.NONE,
                Charges.NONE);
    }

    private RuleTerms terms(String kind) {
        return new RuleTerms(
                kind,
                settings(kind),
                scope(),
                mix == Mix.USUAL ? usual() : crowded(),
                Audience.ALL,
                null,
                NOW.minusSeconds(10),
                NOW.plusSeconds(1 + random.nextInt(10_000)));
    }

    private Stacking usual() {
        int dice = random.nextInt(20);
        return new Stacking(
                random.nextBoolean()
                        ? "GENERAL"
                        : List.of("BRAND", "MEMBER", "HOLIDAY").get(random.nextInt(3)),
                random.nextInt(5) == 0 ? 2 : 1,
                dice < 2 ? Exclusive.IN_LAYER : dice < 3 ? Exclusive.ALONE : Exclusive.NO);
    }

    private Stacking crowded() {
        return new Stacking(
                "C" + random.nextInt(5),
                1 + random.nextInt(3),
                random.nextInt(20) == 0 ? Exclusive.IN_LAYER : Exclusive.NO,
                random.nextInt(5) == 0 ? "G" + random.nextInt(3) : null,
                random.nextInt(15) == 0 ? Set.of("C0", "C1", "C2") : Set.of(),
                random.nextInt(10) == 0 ? Set.of("C" + random.nextInt(5)) : Set.of());
    }

    private Map<String, Object> settings(String kind) {
        long threshold = 100L * random.nextInt(4_000);
        long amount = 100L * (1 + random.nextInt(150));
        long permille = 10L * (1 + random.nextInt(30));
        return switch (kind) {
            case "AMOUNT_OFF" -> Map.of("thresholdMinor", threshold, "amountMinor", amount);
            case "PERCENT_OFF" -> Map.of("permilleOff", permille, "capMinor", amount, "thresholdMinor", threshold / 2);
            case "AMOUNT_OFF_TIERS" ->
                Map.of(
                        "tiers",
                        List.of(
                                Map.of("thresholdMinor", threshold, "amountMinor", amount),
                                Map.of("thresholdMinor", threshold * 2 + 100, "amountMinor", amount + 1_000)));
            case "EVERY_AMOUNT_OFF" ->
                Map.of("everyMinor", threshold + amount, "amountMinor", amount / 4 + 1, "capMinor", amount * 3);
            case "PIECES_PERCENT_OFF" -> Map.of("pieces", 1 + random.nextInt(60), "permilleOff", permille / 2);
            case "NTH_PIECE" -> Map.of("nth", 2 + random.nextInt(3), "permilleOff", permille);
            default -> Map.of("giftSkuId", "9", "quantity", 1, "thresholdMinor", threshold);
        };
    }

    private Scope scope() {
        return switch (random.nextInt(5)) {
            case 0 -> new Scope(Set.of(), Set.of("c" + random.nextInt(8)), Set.of(), Set.of());
            case 1 -> new Scope(Set.of(), Set.of(), Set.of("GOODS"), Set.of());
            default -> Scope.EVERYTHING;
        };
    }
}
