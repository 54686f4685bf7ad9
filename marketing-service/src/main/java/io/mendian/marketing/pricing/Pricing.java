package io.mendian.marketing.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Prices a basket: list price → member price or level price (the better one) → promotions → coupons → points → price for a
 * means of payment → fees and rounding. The rules, their order and their rounding are told in docs/pricing.md.
 */
public final class Pricing {

    private final int searchLimit;

    /** {@code searchLimit}: how many sets of rules a quote looks at before it says how far it may be from the best. */
    public Pricing(int searchLimit) {
        this.searchLimit = searchLimit;
    }

    public Quote quote(Basket basket) {
        Cents cents = Cents.of(basket.currency());
        List<BasketLine> lines =
                basket.lines().stream().sorted(BasketLine.CANONICAL).toList();
        Till till = new Till(lines, cents);
        List<TagPrice> tags = lines.stream()
                .map(line -> TagPrice.of(
                        line,
                        basket.levelPricePermille(),
                        basket.charges().levelRounding(),
                        cents))
                .toList();
        long[] nets = tags.stream().mapToLong(TagPrice::netMinor).toArray();
        Function<long[], PaidByPoints> points = at -> PaidByPoints.at(at, basket.points(), lines, till, cents);
        List<NotApplied> refused = new ArrayList<>();
        List<Offer> hopeful = hopeful(basket, till, nets, refused);
        BestCombination search = new BestCombination(till, hopeful, nets, points, basket.chosen(), searchLimit);
        Combination best = search.best();
        LeftOut leftOut = new LeftOut(nets, best, till, cents);
        for (Offer offer : hopeful) {
            if (!best.uses(offer)) {
                refused.add(leftOut.why(offer));
            }
        }
        Combination paid = best.points() == null ? best.afterPoints(points.apply(best.nets())) : best;
        refused.addAll(leftOut.furtherSteps(lines, paid));
        return new Receipt(basket, lines, tags, paid, cents).quote(refused, search.gap());
    }

    /** Parts the rules that could apply on their own from those that cannot; gives the first in their order. */
    private static List<Offer> hopeful(Basket basket, Till till, long[] nets, List<NotApplied> refused) {
        List<Offer> hopeful = new ArrayList<>();
        for (Offer offer : basket.offers().stream().sorted(Offer.APPLIED).toList()) {
            NotApplied never = LeftOut.atAll(offer, basket);
            if (never != null) {
                refused.add(never);
                continue;
            }
            MatchingLines seen = till.seen(till.matching(offer), nets);
            if (Till.takesOff(offer, seen) > 0 || (seen.size() > 0 && offer.benefit().givesPieces(seen) > 0)) {
                hopeful.add(offer);
            } else {
                refused.add(LeftOut.refusedBy(offer, till.tryOn(offer, nets)));
            }
        }
        return hopeful;
    }
}
