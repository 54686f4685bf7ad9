package io.mendian.marketing.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the search for the best combination is compared with: trying every set of rules. */
final class EverySet {

    private EverySet() {}

    /** The plain way: every subset of the rules, in the order in which rules apply. */
    static List<Offer> best(Basket basket) {
        Cents cents = Cents.of(basket.currency());
        List<BasketLine> lines =
                basket.lines().stream().sorted(BasketLine.CANONICAL).toList();
        Till till = new Till(lines, cents);
        long[] nets = lines.stream()
                .mapToLong(line -> TagPrice.of(
                                line,
                                basket.levelPricePermille(),
                                basket.charges().levelRounding(),
                                cents)
                        .netMinor())
                .toArray();
        List<Offer> offers = basket.offers().stream()
                .filter(offer -> LeftOut.atAll(offer, basket) == null)
                .sorted(Offer.APPLIED)
                .toList();
        Combination best = Combination.of(nets);
        for (int set = 0; set < 1 << offers.size(); set++) {
            Combination tried = Combination.of(nets);
            for (int i = 0; i < offers.size() && tried != null; i++) {
                if ((set >> i & 1) == 1) {
                    tried = joined(tried, offers.get(i), till, basket, lines);
                }
            }
            if (tried != null && Combination.preference(basket.chosen()).compare(tried, best) > 0) {
                best = tried;
            }
        }
        return best.steps().stream().map(Step::offer).toList();
    }

    private static @Nullable Combination joined(
            Combination tried, Offer offer, Till till, Basket basket, List<BasketLine> lines) {
        if (!tried.admits(offer)) {
            return null;
        }
        Combination ready = offer.layer() == Offer.Layer.PAYMENT && tried.points() == null
                ? tried.afterPoints(
                        PaidByPoints.at(tried.nets(), basket.points(), lines, till, Cents.of(basket.currency())))
                : tried;
        return till.tryOn(offer, ready.nets()) instanceof Till.Tried.Applies(Step step) ? ready.with(step) : null;
    }
}
