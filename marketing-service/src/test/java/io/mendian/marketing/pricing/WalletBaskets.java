package io.mendian.marketing.pricing;

import io.mendian.kernel.Money;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.benefit.AllKinds;
import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Large baskets of a member with many coupons, as B11 prices them: every coupon of a template of its own; of the coupons a
 * half belongs to one category of which one may be used, the rest to three others; every tenth is exclusive. The crowded
 * mix: up to three of a category go together, thresholds near what the basket costs, three evaluation groups, neighbours.
 */
final class WalletBaskets {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private static final List<String> COUPONS = List.of(
            "AMOUNT_OFF",
            "AMOUNT_OFF",
            "AMOUNT_OFF",
            "AMOUNT_OFF",
            "AMOUNT_OFF",
            "PERCENT_OFF",
            "PERCENT_OFF",
            "AMOUNT_OFF_TIERS",
            "EVERY_AMOUNT_OFF",
            "GIFT");
    private static final List<String> PROMOTIONS = List.of(
            "AMOUNT_OFF",
            "AMOUNT_OFF_TIERS",
            "AMOUNT_OFF_TIERS",
            "EVERY_AMOUNT_OFF",
            "PERCENT_OFF",
            "PERCENT_OFF",
            "PIECES_PERCENT_OFF",
            "NTH_PIECE",
            "NTH_PIECE",
            "GIFT");

    private final Random random;
    private final boolean crowded;

    WalletBaskets(long seed) {
        this(seed, false);
    }

    private WalletBaskets(long seed, boolean crowded) {
        this.random = new Random(seed);
        this.crowded = crowded;
    }

    static WalletBaskets crowded(long seed) {
        return new WalletBaskets(seed, true);
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
        for (int i = 0; i < promotions; i++) {
            offers.add(offer(Offer.Layer.PROMOTION, i));
        }
        for (int i = 0; i < coupons; i++) {
            offers.add(offer(Offer.Layer.COUPON, 1_000 + i));
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

    private Offer offer(Offer.Layer layer, int id) {
        String kind = (layer == Offer.Layer.COUPON ? COUPONS : PROMOTIONS).get(random.nextInt(10));
        int dice = random.nextInt(20);
        Stacking stacking = crowded
                ? together(dice)
                : new Stacking(
                        List.of("GENERAL", "GENERAL", "GENERAL", "BRAND", "MEMBER", "HOLIDAY")
                                .get(random.nextInt(6)),
                        random.nextInt(5) == 0 ? 2 : 1,
                        dice < 2 ? Exclusive.IN_LAYER : dice < 3 ? Exclusive.ALONE : Exclusive.NO);
        return new Offer(
                layer,
                id,
                id,
                kind + id,
                AllKinds.rank(kind),
                AllKinds.benefit(kind, settings(kind)),
                scope(),
                stacking,
                Conditions.NONE,
                NOW.minusSeconds(10),
                NOW.plusSeconds(1 + random.nextInt(10_000)));
    }

    private Stacking together(int dice) {
        String category = "C" + random.nextInt(5);
        return new Stacking(
                category,
                1 + random.nextInt(3),
                dice < 1 ? Exclusive.IN_LAYER : Exclusive.NO,
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
