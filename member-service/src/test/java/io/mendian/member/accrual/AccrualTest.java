package io.mendian.member.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccrualTest {

    private static final AccrualRule PLAIN =
            new AccrualRule("PLAIN", AccrualRule.Kind.SPEND, Scope.ANY, 1, 100, 0, false, true);
    private static final int CASES = 60_000;

    @Test
    void visitSpendItemAndCategoryAddUpAndAnExclusiveRuleHidesItsLines() {
        Accrual accrual = rules(
                new AccrualRule("VISIT", AccrualRule.Kind.VISIT, Scope.ANY, 7, 0, 2_000, false, false),
                new AccrualRule("TEA", AccrualRule.Kind.SPEND, category("茶"), 3, 100, 0, true, true),
                new AccrualRule("MUG", AccrualRule.Kind.ITEM, sku("42"), 20, 0, 0, false, false));
        Sold sold = sold(
                List.of(2000),
                line("1", "41", "GOODS", "茶", 1, 1_000),
                line("2", "42", "GOODS", "杯", 3, 900),
                line("3", "43", "GOODS", "别", 1, 250));
        // visit 7 + (tea 30 + plain of 1150 fen 11) doubled + 3 mugs of 20
        assertThat(accrual.earned(sold, Returned.NOTHING, PLAIN, Set.of("RECHARGE"), Set.of()))
                .isEqualTo(7 + (30 + 11) * 2 + 60);
    }

    @Test
    void excludedGoodsEarnNothingButARuleMayNameAKindThatIsOff() {
        Accrual accrual = rules(new AccrualRule(
                "TOPUP",
                AccrualRule.Kind.SPEND,
                new Scope(Set.of("RECHARGE"), Set.of(), Set.of()),
                1,
                1_000,
                0,
                false,
                false));
        Sold sold = sold(
                List.of(),
                line("1", "41", "RECHARGE", "充值", 1, 50_000),
                line("2", "42", "GOODS", "烟", 1, 5_000),
                line("3", "43", "GOODS", "茶", 1, 300));
        assertThat(accrual.earned(sold, Returned.NOTHING, PLAIN, Set.of("RECHARGE"), Set.of("烟")))
                .isEqualTo(50 + 3);
    }

    @Test
    void multipliersMultiplyOrAdd() {
        Sold sold = sold(List.of(1500, 2000), line("1", "41", "GOODS", "茶", 1, 10_000));
        assertThat(with(Accrual.Combination.MULTIPLY).earned(sold, Returned.NOTHING, PLAIN, Set.of(), Set.of()))
                .isEqualTo(300);
        assertThat(with(Accrual.Combination.ADD).earned(sold, Returned.NOTHING, PLAIN, Set.of(), Set.of()))
                .isEqualTo(250);
    }

    @Test
    void aCapIsTheLeastRoomOfItsIntervals() {
        assertThat(new Caps(0, 100, 300, 0).room(20, 290, 9_999)).isEqualTo(10);
        assertThat(new Caps(50, 100, 300, 1_000).room(20, 100, 100)).isEqualTo(50);
        assertThat(new Caps(0, 100, 0, 0).room(130, 0, 0)).isZero();
        assertThat(Caps.NONE.room(9, 9, 9)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCampaignRunsFromItsBeginningUntilBeforeItsEnd() {
        Instant from = Instant.parse("2026-11-11T00:00:00Z");
        Campaign campaign = new Campaign("DOUBLE", from, from.plusSeconds(60), 2000);
        assertThat(campaign.runsAt(from)).isTrue();
        assertThat(campaign.runsAt(from.plusSeconds(60))).isFalse();
        assertThat(campaign.runsAt(from.minusNanos(1))).isFalse();
    }

    /** 4 × 60 000 sales; each is returned in two different orders of parts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 777, 424_242})
    void anyOrderOfPartialRefundsEndsInTheSameStateAndAFullOneAtZero(long seed) {
        Random random = new Random(Seeds.of(seed));
        for (int i = 0; i < CASES; i++) {
            Accrual accrual = anyRules(random);
            Sold sold = anySale(random);
            Set<String> off = random.nextBoolean() ? Set.of("RECHARGE") : Set.of();
            Set<String> categoriesOff = random.nextInt(4) == 0 ? Set.of("烟") : Set.of();
            List<String> parts = pieces(sold);
            List<String> other = new ArrayList<>(parts);
            Collections.shuffle(parts, random);
            Collections.shuffle(other, random);
            long whole = accrual.earned(sold, Returned.NOTHING, PLAIN, off, categoriesOff);
            assertThat(whole).as("seed %s case %s", seed, i).isBetween(0L, sold.room());
            int stop = random.nextInt(parts.size() + 1);
            long net = whole - clawedBack(accrual, sold, parts, off, categoriesOff);
            assertThat(net).as("seed %s case %s", seed, i).isZero();
            // what is kept after some parts does not depend on the order of these parts
            List<String> some = new ArrayList<>(parts.subList(0, stop));
            Returned one = returned(sold, some);
            Collections.shuffle(some, random);
            assertThat(accrual.earned(sold, returned(sold, some), PLAIN, off, categoriesOff))
                    .as("seed %s case %s", seed, i)
                    .isEqualTo(accrual.earned(sold, one, PLAIN, off, categoriesOff));
            assertThat(whole - clawedBack(accrual, sold, other, off, categoriesOff))
                    .as("seed %s case %s", seed, i)
                    .isZero();
        }
    }

    /** Takes back part by part as the platform does; no part may give points. */
    private static long clawedBack(Accrual accrual, Sold sold, List<String> parts, Set<String> off, Set<String> cats) {
        long kept = accrual.earned(sold, Returned.NOTHING, PLAIN, off, cats);
        long back = 0;
        Returned returned = Returned.NOTHING;
        for (String lineId : parts) {
            returned = plusOne(sold, returned, lineId);
            long now = accrual.earned(sold, returned, PLAIN, off, cats);
            assertThat(now).isLessThanOrEqualTo(kept);
            back += kept - now;
            kept = now;
        }
        return back;
    }

    private static Returned returned(Sold sold, List<String> parts) {
        Returned returned = Returned.NOTHING;
        for (String lineId : parts) {
            returned = plusOne(sold, returned, lineId);
        }
        return returned;
    }

    /** One piece with its share of the net amount, on the running total. */
    private static Returned plusOne(Sold sold, Returned returned, String lineId) {
        SoldLine line = sold.lines().stream()
                .filter(one -> one.lineId().equals(lineId))
                .findFirst()
                .orElseThrow();
        long pieces = returned.of(lineId).quantity() + 1;
        long share = line.netMinor() * pieces / line.quantity();
        return returned.plus(lineId, 1, share - returned.of(lineId).netMinor());
    }

    private static List<String> pieces(Sold sold) {
        List<String> pieces = new ArrayList<>();
        for (SoldLine line : sold.lines()) {
            for (int i = 0; i < line.quantity(); i++) {
                pieces.add(line.lineId());
            }
        }
        return pieces;
    }

    private static Accrual anyRules(Random random) {
        List<AccrualRule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            AccrualRule.Kind kind = AccrualRule.Kind.values()[random.nextInt(3)];
            Scope scope =
                    switch (random.nextInt(4)) {
                        case 0 -> category("茶");
                        case 1 -> sku("4" + random.nextInt(4));
                        case 2 -> new Scope(Set.of("RECHARGE"), Set.of(), Set.of());
                        default -> Scope.ANY;
                    };
            rules.add(new AccrualRule(
                    "R" + i,
                    kind,
                    scope,
                    random.nextInt(30),
                    1 + random.nextInt(2_000),
                    random.nextInt(5_000),
                    kind != AccrualRule.Kind.VISIT && random.nextBoolean(),
                    random.nextBoolean()));
        }
        return new Accrual(
                rules,
                Accrual.Basis.AFTER_DISCOUNTS,
                random.nextInt(5) == 0 ? Set.of("41") : Set.of(),
                Set.of(),
                false,
                random.nextBoolean() ? Accrual.Combination.ADD : Accrual.Combination.MULTIPLY,
                List.of(),
                Caps.NONE);
    }

    private static Sold anySale(Random random) {
        List<SoldLine> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            long net = random.nextInt(5) == 0 ? 0 : random.nextInt(20_000);
            lines.add(new SoldLine(
                    "L" + i,
                    "4" + random.nextInt(4),
                    random.nextInt(6) == 0 ? "RECHARGE" : "GOODS",
                    List.of("茶", "烟", "杯").get(random.nextInt(3)),
                    1 + random.nextInt(4),
                    net,
                    random.nextInt(20_000)));
        }
        List<Integer> multipliers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            multipliers.add(random.nextInt(3_000));
        }
        return new Sold(
                lines,
                multipliers,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? random.nextInt(300) : Long.MAX_VALUE);
    }

    private static Accrual rules(AccrualRule... rules) {
        return new Accrual(
                List.of(rules),
                Accrual.Basis.AFTER_DISCOUNTS,
                Set.of(),
                Set.of(),
                false,
                Accrual.Combination.MULTIPLY,
                List.of(),
                Caps.NONE);
    }

    private static Accrual with(Accrual.Combination combination) {
        return new Accrual(
                List.of(), Accrual.Basis.AFTER_DISCOUNTS, Set.of(), Set.of(), false, combination, List.of(), Caps.NONE);
    }

    private static Sold sold(List<Integer> multipliers, SoldLine... lines) {
        return new Sold(List.of(lines), multipliers, true, Long.MAX_VALUE);
    }

    private static SoldLine line(String id, String sku, String kind, String category, long quantity, long net) {
        return new SoldLine(id, sku, kind, category, quantity, net, net);
    }

    private static Scope category(String category) {
        return new Scope(Set.of(), Set.of(category), Set.of());
    }

    private static Scope sku(String sku) {
        return new Scope(Set.of(), Set.of(), Set.of(sku));
    }
}
