package io.mendian.marketing.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules that apply together, in their order, and what remains to be paid for each line. */
record Combination(List<Step> steps, long[] nets, long discount, long giftPieces, long coupons) {

    static Combination of(long[] nets) {
        return new Combination(List.of(), nets, 0, 0, 0);
    }

    /** The stated order of preference: see docs/pricing.md, "ties". The better one is the greater one. */
    static Comparator<Combination> preference(boolean chosen) {
        Comparator<Combination> cheapest = Comparator.comparingLong(Combination::discount)
                .thenComparingLong(Combination::giftPieces)
                .thenComparing(Comparator.comparingLong(Combination::coupons).reversed())
                .thenComparing((a, b) -> compareExpiry(b, a))
                .thenComparing((a, b) -> compareOrder(b, a));
        return chosen ? Comparator.comparingLong(Combination::coupons).thenComparing(cheapest) : cheapest;
    }

    Combination with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Combination(
                more,
                Till.minus(nets, step.cuts()),
                discount + step.discount(),
                giftPieces + step.giftPieces(),
                coupons + (step.offer().layer() == Offer.Layer.COUPON ? 1 : 0));
    }

    boolean uses(Offer offer) {
        return steps.stream().anyMatch(step -> step.offer().equals(offer));
    }

    /** Whether a rule may join these: no exclusive one among them, and room in its category. */
    boolean admits(Offer offer) {
        int most = offer.stacking().perCategory();
        int same = 0;
        for (Step step : steps) {
            if (!step.offer().standsBeside(offer)) {
                return false;
            }
            if (step.offer().sharesCategoryWith(offer)) {
                same++;
                most = Math.min(most, step.offer().stacking().perCategory());
            }
        }
        return same < most;
    }

    private static int compareExpiry(Combination a, Combination b) {
        List<Instant> first = a.expiries();
        List<Instant> second = b.expiries();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = first.get(i).compareTo(second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareOrder(Combination a, Combination b) {
        for (int i = 0; i < Math.min(a.steps.size(), b.steps.size()); i++) {
            int order =
                    Offer.APPLIED.compare(a.steps.get(i).offer(), b.steps.get(i).offer());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.steps.size(), b.steps.size());
    }

    private List<Instant> expiries() {
        return steps.stream()
                .filter(step -> step.offer().layer() == Offer.Layer.COUPON)
                .map(step -> step.offer().validTo())
                .sorted()
                .toList();
    }
}
