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

/** Random baskets and rules from a seed; small numbers, so that thresholds, ties and floors are met often. */
final class Baskets {

    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    static final StoreId STORE = StoreId.of(1);
    private static final List<String> CATEGORIES = List.of("茶", "糕点", "护肤");
    private static final List<String> KINDS = List.of("GOODS", "GOODS", "SERVICE", "CARD", "RECHARGE");

    private final Random random;

    Baskets(long seed) {
        this.random = new Random(seed);
    }

    Basket next(int mostOffers) {
        List<BasketLine> lines = new ArrayList<>();
        for (int i = 0, n = 1 + random.nextInt(5); i < n; i++) {
            lines.add(line("l" + i));
        }
        List<Offer> offers = new ArrayList<>();
        for (int i = 0, n = random.nextInt(mostOffers + 1); i < n; i++) {
            Offer twin = offers.isEmpty() || random.nextInt(4) > 0 ? null : offers.getLast();
            offers.add(twin == null ? offer(i) : twin(twin, i));
        }
        boolean chosen = random.nextInt(4) == 0;
        PointsTerms points = new PointsTerms(
                random.nextInt(3) == 0 ? -1 : random.nextInt(3000),
                random.nextInt(3000),
                List.of(100L, 1L, 50L, 1000L, 300L).get(random.nextInt(5)),
                List.of(1000L, 500L, 333L, 0L).get(random.nextInt(4)));
        long level = List.of(1000L, 950L, 883L, 800L).get(random.nextInt(4));
        return new Basket(STORE, NOW, Money.CNY, lines, customer(), level, offers, chosen, points, charges());
    }

    private Customer customer() {
        Set<String> payWith =
                random.nextInt(3) == 0 ? Set.of() : Set.of(random.nextBoolean() ? "STORED_VALUE" : "CASH");
        return new Customer(true, "GOLD", Set.of("7"), (long) random.nextInt(2), "POS", payWith);
    }

    private Charges charges() {
        CashRounding.Mode mode = CashRounding.Mode.values()[random.nextInt(4)];
        CashRounding rounding =
                new CashRounding(mode, List.of(10L, 50L, 100L).get(random.nextInt(3)), random.nextBoolean());
        return new Charges(
                random.nextInt(4) == 0 ? Rounding.LINE : Rounding.PIECE,
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(Fees.service(1 + random.nextInt(150), random.nextBoolean())),
                rounding);
    }

    private Conditions conditions(Offer.Layer layer) {
        boolean asks = layer == Offer.Layer.PAYMENT || random.nextInt(12) == 0;
        Set<String> tenders = asks ? Set.of(random.nextBoolean() ? "STORED_VALUE" : "CASH") : Set.of();
        boolean first = random.nextInt(10) == 0;
        return new Conditions(new Audience(false, Set.of(), Set.of(), tenders, Set.of(), first), null);
    }

    private BasketLine line(String id) {
        long price = List.of(0L, 1L, 3L, 99L, 100L, 333L, 1000L, 1999L).get(random.nextInt(8));
        Long member = random.nextInt(3) == 0 ? (Long) Math.max(0L, price - random.nextInt(200)) : null;
        long floor = random.nextInt(4) == 0 ? random.nextInt((int) price + 2) : 0;
        return new BasketLine(
                id,
                SkuId.of(1 + random.nextInt(4)),
                KINDS.get(random.nextInt(KINDS.size())),
                CATEGORIES.get(random.nextInt(3)),
                1 + random.nextInt(4),
                price,
                member,
                floor,
                random.nextInt(20) == 0);
    }

    private Offer offer(int i) {
        Offer.Layer layer = random.nextInt(5) == 0
                ? Offer.Layer.PAYMENT
                : random.nextBoolean() ? Offer.Layer.COUPON : Offer.Layer.PROMOTION;
        String kind = List.of(
                        "AMOUNT_OFF",
                        "AMOUNT_OFF",
                        "PERCENT_OFF",
                        "GIFT",
                        "AMOUNT_OFF_TIERS",
                        "EVERY_AMOUNT_OFF",
                        "PIECES_PERCENT_OFF",
                        "FIXED_PRICE",
                        "NTH_PIECE",
                        "BUY_X_GET_Y",
                        "BUNDLE",
                        "PERCENT_TIERS",
                        "PIECES_PERCENT_TIERS",
                        "PIECES_FOR_PRICE",
                        "EACH_PIECE_OFF")
                .get(random.nextInt(15));
        Stacking stacking = new Stacking(
                List.of("A", "B", "C").get(random.nextInt(3)),
                1 + random.nextInt(2),
                List.of(Exclusive.NO, Exclusive.NO, Exclusive.NO, Exclusive.IN_LAYER, Exclusive.ALONE)
                        .get(random.nextInt(5)),
                random.nextInt(6) == 0 ? "G" : null,
                random.nextInt(8) == 0 ? Set.of("A", "B") : Set.of(),
                random.nextInt(8) == 0 ? Set.of("C") : Set.of());
        return new Offer(
                layer,
                100 + i,
                10 + i,
                kind + i,
                AllKinds.rank(kind),
                AllKinds.benefit(kind, settings(kind)),
                scope(),
                stacking,
                conditions(layer),
                NOW.minusSeconds(10),
                NOW.plusSeconds(1 + random.nextInt(3)));
    }

    private Offer twin(Offer of, int i) {
        return new Offer(
                of.layer(),
                100 + i,
                random.nextBoolean() ? of.ruleId() : 10 + i,
                of.name(),
                of.rank(),
                of.benefit(),
                of.scope(),
                of.stacking(),
                of.conditions(),
                of.validFrom(),
                NOW.plusSeconds(1 + random.nextInt(3)));
    }

    private Map<String, Object> settings(String kind) {
        long threshold = random.nextInt(3000);
        long amount = 1 + random.nextInt(800);
        long permille = 1 + random.nextInt(1000);
        return switch (kind) {
            case "AMOUNT_OFF" -> Map.of("thresholdMinor", threshold, "amountMinor", amount);
            case "PERCENT_OFF" ->
                random.nextBoolean()
                        ? Map.of("permilleOff", permille)
                        : Map.of("permilleOff", permille, "capMinor", amount, "thresholdMinor", threshold);
            case "GIFT" -> Map.of("giftSkuId", "9", "quantity", 1, "thresholdMinor", threshold);
            case "AMOUNT_OFF_TIERS" ->
                Map.of(
                        "tiers",
                        List.of(
                                Map.of("thresholdMinor", threshold, "amountMinor", amount),
                                Map.of("thresholdMinor", threshold + 500, "amountMinor", amount + 300)));
            case "EVERY_AMOUNT_OFF" -> Map.of("everyMinor", amount + threshold, "amountMinor", amount);
            case "PIECES_PERCENT_OFF" -> Map.of("pieces", 1 + random.nextInt(6), "permilleOff", permille);
            case "FIXED_PRICE" -> Map.of("priceMinor", random.nextInt(400));
            case "NTH_PIECE" -> Map.of("nth", 2 + random.nextInt(2), "permilleOff", permille);
            case "PERCENT_TIERS" ->
                Map.of(
                        "tiers",
                        List.of(
                                Map.of("thresholdMinor", threshold, "permilleOff", Math.min(permille, 900)),
                                Map.of("thresholdMinor", threshold + 700, "permilleOff", 950)));
            case "PIECES_PERCENT_TIERS" ->
                Map.of(
                        "tiers",
                        List.of(
                                Map.of("pieces", 1 + random.nextInt(3), "permilleOff", Math.min(permille, 900)),
                                Map.of("pieces", 5, "permilleOff", 950)));
            case "PIECES_FOR_PRICE" ->
                random.nextBoolean()
                        ? Map.of("pieces", 2 + random.nextInt(2), "priceMinor", random.nextInt(1500))
                        : Map.of("pieces", 2, "priceMinor", random.nextInt(1500), "groups", 1);
            case "EACH_PIECE_OFF" -> Map.of("amountMinor", amount);
            case "BUY_X_GET_Y" -> Map.of("buy", 1 + random.nextInt(2), "get", 1);
            default ->
                Map.of(
                        "priceMinor",
                        random.nextInt(1500),
                        "items",
                        List.of(Map.of("skuId", "1", "quantity", 1), Map.of("skuId", "2", "quantity", 1)));
        };
    }

    private Scope scope() {
        return switch (random.nextInt(6)) {
            case 0 -> new Scope(Set.of(SkuId.of(1), SkuId.of(2)), Set.of(), Set.of(), Set.of());
            case 1 -> new Scope(Set.of(), Set.of("茶"), Set.of(), Set.of());
            case 2 -> new Scope(Set.of(), Set.of(), Set.of("GOODS"), Set.of());
            case 3 -> new Scope(Set.of(), Set.of(), Set.of(), Set.of(StoreId.of(1 + random.nextInt(2))));
            default -> Scope.EVERYTHING;
        };
    }
}
