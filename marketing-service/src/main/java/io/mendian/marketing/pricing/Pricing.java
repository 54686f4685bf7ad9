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

    /** The cheapest price. */
    public Quote quote(Basket basket) {
        return quote(basket, false);
    }

    /** The price with exactly these rules, each of which must apply: an old quote computed again. */
    public Quote again(Basket basket) {
        return quote(basket, true);
    }

    /** How many sets of rules a quote of this basket looks at: its work, told by a number that is the same on every machine. */
    public int setsVisited(Basket basket) {
        Counter counter = Counter.of(basket);
        return search(basket, counter, hopeful(basket, counter.till, counter.nets, new ArrayList<>()))
                .visited();
    }

    /** The basket before any rule but the price tags. */
    private record Counter(
            Cents cents,
            List<BasketLine> lines,
            Till till,
            List<TagPrice> tags,
            long[] nets,
            Function<long[], PaidByPoints> points) {

        static Counter of(Basket basket) {
            Cents cents = Cents.of(basket.currency());
            List<BasketLine> lines =
                    basket.lines().stream().sorted(BasketLine.CANONICAL).toList();
            Till till = new Till(lines, cents);
            List<TagPrice> tags = lines.stream()
                    .map(line -> TagPrice.of(
                            line, basket.levelPricePermille(), basket.charges().levelRounding(), cents))
                    .toList();
            long[] nets = tags.stream().mapToLong(TagPrice::netMinor).toArray();
            return new Counter(
                    cents, lines, till, tags, nets, at -> PaidByPoints.at(at, basket.points(), lines, till, cents));
        }

        Quote receipt(Basket basket, Combination paid, List<NotApplied> refused, long gap) {
            return new Receipt(basket, lines, tags, paid, cents).quote(refused, gap);
        }
    }

    private BestCombination search(Basket basket, Counter counter, List<Offer> hopeful) {
        return new BestCombination(counter.till, hopeful, counter.nets, counter.points, basket.chosen(), searchLimit);
    }

    private Quote quote(Basket basket, boolean exactly) {
        Counter counter = Counter.of(basket);
        if (exactly) {
            Combination all = all(basket, counter.till, counter.nets, counter.points);
            return counter.receipt(basket, all, List.of(), 0);
        }
        List<NotApplied> refused = new ArrayList<>();
        List<Offer> hopeful = hopeful(basket, counter.till, counter.nets, refused);
        BestCombination search = search(basket, counter, hopeful);
        Combination best = search.best();
        LeftOut leftOut = new LeftOut(counter.nets, best, counter.till, counter.cents);
        for (Offer offer : hopeful) {
            if (!best.uses(offer)) {
                refused.add(leftOut.why(offer));
            }
        }
        Combination paid = best.points() == null ? best.afterPoints(counter.points.apply(best.nets())) : best;
        refused.addAll(leftOut.furtherSteps(counter.lines, paid));
        return counter.receipt(basket, paid, refused, search.gap());
    }

    private static Combination all(Basket basket, Till till, long[] nets, Function<long[], PaidByPoints> points) {
        Combination sofar = Combination.of(nets);
        for (Offer offer : basket.offers().stream().sorted(Offer.APPLIED).toList()) {
            if (offer.layer() == Offer.Layer.PAYMENT && sofar.points() == null) {
                sofar = sofar.afterPoints(points.apply(sofar.nets()));
            }
            if (!(till.tryOn(offer, sofar.nets()) instanceof Till.Tried.Applies(Step step))) {
                throw new IllegalArgumentException(offer.rule() + " does not apply to this basket");
            }
            sofar = sofar.with(step);
        }
        return sofar.points() == null ? sofar.afterPoints(points.apply(sofar.nets())) : sofar;
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
            if (Till.takesOff(offer, seen) > 0
                    || (seen.size() > 0 && offer.benefit().givesPieces(seen) > 0)) {
                hopeful.add(offer);
            } else {
                refused.add(LeftOut.refusedBy(offer, till.tryOn(offer, nets)));
            }
        }
        return hopeful;
    }
}
