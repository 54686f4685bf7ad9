package io.mendian.marketing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 440,000 random baskets, 200,000 of them against brute force. A failure names its seed: {@code new Baskets(seed)} makes the same basket again. */
class PricingPropertiesTest {

    private static final int CASES_PER_SEED = 50_000;
    private static final Pricing PRICING = new Pricing(50_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 77, 4_000_000_007L})
    void everyQuoteAddsUpAndNothingFallsBelowItsFloor(long seed) {
        for (int i = 0; i < CASES_PER_SEED; i++) {
            long each = Seeds.of(seed) * 1_000_003 + i;
            Basket basket = new Baskets(each).next(4);
            Quote quote = PRICING.quote(basket);
            String about = "basket of seed " + each + ": " + basket + " → " + quote;
            if (!addsUp(quote) || !keepsFloors(quote) || !isExplained(quote) || !pointsHold(basket, quote)) {
                assertThat(about).isEqualTo("a quote that adds up");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 123_456_789})
    void typingTheBasketInAnotherOrderChangesNothing(long seed) {
        for (int i = 0; i < 20_000; i++) {
            long each = Seeds.of(seed) * 1_000_003 + i;
            Basket basket = new Baskets(each).next(4);
            Random random = new Random(each);
            List<BasketLine> lines = new ArrayList<>(basket.lines());
            List<Offer> offers = new ArrayList<>(basket.offers());
            Collections.shuffle(lines, random);
            Collections.shuffle(offers, random);
            Basket other = new Basket(
                    basket.storeId(),
                    basket.at(),
                    basket.currency(),
                    lines,
                    basket.customer(),
                    basket.levelPricePermille(),
                    offers,
                    basket.chosen(),
                    basket.points(),
                    basket.charges());
            assertThat(outline(PRICING.quote(other))).as("seed " + each).isEqualTo(outline(PRICING.quote(basket)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 31_415_926, 17, 271_828, 5_000_000_029L, 64, 1_000_033, 42})
    void theCombinationIsTheOneThatTryingEveryOneFinds(long seed) {
        for (int i = 0; i < 25_000; i++) {
            long each = Seeds.of(seed) * 1_000_003 + i;
            Basket basket = new Baskets(each).next(6);
            List<Offer> used = PRICING.quote(basket).applied().stream()
                    .map(AppliedOffer::offer)
                    .toList();
            assertThat(used).as("seed " + each).isEqualTo(EverySet.best(basket));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, false", "2718, false", "4, true", "1618, true"})
    void aWalletOfElevenIsSearchedAsExactly(long seed, boolean crowded) {
        for (int i = 0; i < 40; i++) {
            long each = seed * 1_000 + i;
            Basket basket =
                    (crowded ? WalletBaskets.crowded(each) : new WalletBaskets(each)).next(12, crowded ? 9 : 8, 3);
            Quote quote = PRICING.quote(basket);
            assertThat(quote.applied().stream().map(AppliedOffer::offer).toList())
                    .as("wallet " + seed + " " + i)
                    .isEqualTo(EverySet.best(basket));
            assertThat(quote.gapMinor()).isZero();
        }
    }

    @Test
    void aLargeWalletIsSearchedToItsEnd() {
        for (int i = 0; i < 60; i++) {
            Basket basket = new WalletBaskets(77_000 + i).next(50, 200, 5);
            Quote best = new Pricing(10_000).quote(basket);
            assertThat(best.gapMinor()).as("wallet " + i).isZero();
            assertThat(best.payableMinor()).isLessThanOrEqualTo(greedy(basket));
        }
    }

    @Test
    void aHundredCouponsThatCrowdEachOtherAreSearchedToTheEnd() {
        int stopped = 0;
        for (int i = 0; i < 100; i++) {
            Basket basket = WalletBaskets.crowded(5_000 + i).next(40, 30 + 70 * i / 99, 5);
            Quote best = new Pricing(10_000).quote(basket);
            stopped += best.gapMinor() > 0 ? 1 : 0;
            assertThat(best.payableMinor()).as("crowded wallet " + i).isLessThanOrEqualTo(greedy(basket));
        }
        assertThat(stopped).isLessThanOrEqualTo(1);
    }

    /** The plain shop's way: one rule after the other, each if the order gets cheaper by it. */
    private static long greedy(Basket basket) {
        List<Offer> taken = new ArrayList<>();
        long payable = PRICING.quote(basket.with(taken)).payableMinor();
        for (Offer offer : basket.offers()) {
            taken.add(offer);
            Quote quote = PRICING.quote(basket.with(taken));
            if (quote.applied().size() == taken.size() && quote.payableMinor() < payable) {
                payable = quote.payableMinor();
            } else {
                taken.removeLast();
            }
        }
        return payable;
    }

    @Test
    void aSearchThatIsStoppedSaysHowFarItMayBeFromTheBest() {
        int stopped = 0;
        for (int i = 0; i < 3_000; i++) {
            Basket basket = new Baskets(900_000 + i).next(8);
            Quote best = PRICING.quote(basket);
            Quote hasty = new Pricing(3).quote(basket);
            if (!basket.chosen()) {
                assertThat(byRules(best) - byRules(hasty)).isBetween(0L, hasty.gapMinor());
                stopped += hasty.gapMinor() > 0 ? 1 : 0;
            }
            assertThat(best.gapMinor()).isZero();
        }
        assertThat(stopped).isGreaterThan(50);
    }

    private static long byRules(Quote quote) {
        return quote.applied().stream().mapToLong(AppliedOffer::discountMinor).sum();
    }

    private static boolean addsUp(Quote quote) {
        long nets = quote.lines().stream().mapToLong(PricedLine::netMinor).sum();
        long points = quote.lines().stream().mapToLong(PricedLine::points).sum();
        long worth = quote.lines().stream().mapToLong(PricedLine::pointsMinor).sum();
        return nets == quote.listMinor() - quote.discountMinor()
                && nets + quote.feesMinor() + quote.roundingMinor() == quote.payableMinor()
                && quote.payableMinor() >= 0
                && points == quote.pointsUsed()
                && worth == quote.pointsMinor()
                && quote.discountMinor() >= 0;
    }

    private static boolean keepsFloors(Quote quote) {
        return quote.lines().stream().allMatch(priced -> {
            BasketLine line = priced.line();
            boolean untouched = line.discountable() || priced.netMinor() == line.listMinor();
            return priced.netMinor() >= 0
                    && priced.netMinor() >= Math.min(line.listMinor(), line.floorMinor())
                    && priced.netMinor() <= line.listMinor()
                    && untouched;
        });
    }

    private static boolean isExplained(Quote quote) {
        long order = quote.explanations().stream()
                .mapToLong(Explanation::amountMinor)
                .sum();
        boolean lines = quote.lines().stream()
                .allMatch(line -> line.line().listMinor()
                                - line.explanations().stream()
                                        .mapToLong(Explanation::amountMinor)
                                        .sum()
                        == line.netMinor());
        return lines && order == quote.discountMinor() - Math.min(0, quote.roundingMinor());
    }

    private static boolean pointsHold(Basket basket, Quote quote) {
        PointsTerms terms = basket.points();
        long before = quote.lines().stream()
                .filter(line -> line.line().discountable())
                .mapToLong(line -> line.netMinor() + line.pointsMinor() + paymentCut(quote, line))
                .sum();
        return quote.pointsUsed() <= terms.balance()
                && (terms.wanted() < 0 || quote.pointsUsed() <= terms.wanted())
                && quote.pointsMinor() * 1000 <= before * terms.capPermille()
                && quote.pointsUsed() * 100 == quote.pointsMinor() * terms.perCurrencyUnit();
    }

    /** What rules for a means of payment took off after the points had paid. */
    private static long paymentCut(Quote quote, PricedLine line) {
        return line.explanations().stream()
                .filter(each -> quote.applied().stream()
                        .anyMatch(applied -> applied.offer().layer() == Offer.Layer.PAYMENT
                                && applied.offer().rule().equals(each.rule())))
                .mapToLong(Explanation::amountMinor)
                .sum();
    }

    /** Everything but the order in which refused rules are told, which follows the rules and not the basket. */
    private static String outline(Quote quote) {
        return quote.payableMinor() + " " + quote.pointsUsed() + " " + quote.explanations() + " " + quote.lines() + " "
                + quote.notApplied().stream()
                        .sorted(Comparator.comparing(NotApplied::rule))
                        .toList();
    }
}
