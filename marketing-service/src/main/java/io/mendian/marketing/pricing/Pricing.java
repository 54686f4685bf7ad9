package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Till.Tried;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prices a basket: list price → member price or level price (the better one) → promotions → coupons → points. The rules,
 * their order and their rounding are told in docs/pricing.md.
 */
public final class Pricing {

    private final Rounding levelRounding;
    private final int searchLimit;

    public Pricing(Rounding levelRounding, int searchLimit) {
        this.levelRounding = levelRounding;
        this.searchLimit = searchLimit;
    }

    public Quote quote(Basket basket) {
        Cents cents = Cents.of(basket.currency());
        List<BasketLine> lines =
                basket.lines().stream().sorted(BasketLine.CANONICAL).toList();
        Till till = new Till(lines, cents);
        List<TagPrice> tags = lines.stream()
                .map(line -> TagPrice.of(line, basket.levelPricePermille(), levelRounding, cents))
                .toList();
        long[] tagNets = tags.stream().mapToLong(TagPrice::netMinor).toArray();

        List<NotApplied> refused = new ArrayList<>();
        List<Offer> hopeful = new ArrayList<>();
        long[] potential = sift(basket, till, tagNets, hopeful, refused);
        BestCombination search = new BestCombination(till, hopeful, potential, basket.chosen(), searchLimit);
        Combination best = search.from(tagNets);
        hopeful.stream()
                .filter(offer -> !best.uses(offer))
                .map(offer -> LeftOut.why(offer, best, till, cents))
                .forEach(refused::add);
        for (Step step : best.steps()) {
            Outcome.Lacking next = step.next();
            if (next != null) {
                refused.add(new NotApplied(step.offer().rule(), next.code(), next.text(), next.missingMinor()));
            }
        }
        return new Receipt(lines, tags, best, points(basket, lines, best.nets(), cents, refused), cents)
                .quote(refused, search.gap());
    }

    /** Parts the rules that could apply on their own from those that cannot; gives what each of the first takes off alone. */
    private static long[] sift(Basket basket, Till till, long[] nets, List<Offer> hopeful, List<NotApplied> refused) {
        List<Long> potential = new ArrayList<>();
        for (Offer offer : basket.offers().stream().sorted(Offer.APPLIED).toList()) {
            NotApplied never = LeftOut.atAll(offer, basket);
            if (never != null) {
                refused.add(never);
                continue;
            }
            switch (till.tryOn(offer, nets)) {
                case Tried.Refused(Outcome.Lacking why) ->
                    refused.add(new NotApplied(offer.rule(), why.code(), why.text(), why.missingMinor()));
                case Tried.Applies(Step step) -> {
                    hopeful.add(offer);
                    potential.add(step.discount());
                }
            }
        }
        return potential.stream().mapToLong(Long::longValue).toArray();
    }

    private static Receipt.Points points(
            Basket basket, List<BasketLine> lines, long[] nets, Cents cents, List<NotApplied> refused) {
        long[] payable = new long[nets.length];
        for (int i = 0; i < nets.length; i++) {
            payable[i] = lines.get(i).discountable() ? nets[i] : 0;
        }
        PointsAsCash paid =
                PointsAsCash.of(basket.points(), Arrays.stream(payable).sum(), cents);
        if (paid.lessBecause() != null) {
            refused.add(new NotApplied("POINTS", "POINTS_LIMITED", paid.lessBecause(), null));
        }
        long[] minor = paid.minor() == 0 ? new long[nets.length] : Split.byWeight(paid.minor(), payable);
        long[] points = paid.points() == 0 ? new long[nets.length] : Split.byWeight(paid.points(), minor);
        return new Receipt.Points(paid.points(), paid.minor(), points, minor);
    }
}
