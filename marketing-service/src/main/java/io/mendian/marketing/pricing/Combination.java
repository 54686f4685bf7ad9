package io.mendian.marketing.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that apply together, in their order, and what remains to be paid for each line; {@code points} once they have paid. */
record Combination(
        List<Step> steps,
        long[] nets,
        long discount,
        long giftPieces,
        int coupons,
        @Nullable PaidByPoints points) {

    static Combination of(long[] nets) {
        return new Combination(List.of(), nets, 0, 0, 0, null);
    }

    /** The stated order of preference: see docs/pricing.md, "ties". The better one is the greater one. */
    static Comparator<Combination> preference(boolean chosen) {
        Comparator<Combination> cheapest = Comparator.comparingLong(Combination::discount)
                .thenComparingLong(Combination::giftPieces)
                .thenComparing(Comparator.comparingInt(Combination::coupons).reversed())
                .thenComparing((a, b) -> compareExpiry(b, a))
                .thenComparing((a, b) -> compareOrder(b, a));
        return chosen ? Comparator.comparingInt(Combination::coupons).thenComparing(cheapest) : cheapest;
    }

    Combination with(Step step) {
        List<Step> more = new ArrayList<>(steps.size() + 1);
        more.addAll(steps);
        more.add(step);
        return new Combination(
                more,
                Till.minus(nets, step.cuts()),
                discount + step.discount(),
                giftPieces + step.giftPieces(),
                coupons + (step.offer().isCoupon() ? 1 : 0),
                points);
    }

    /** The same after points have paid their part. */
    Combination afterPoints(PaidByPoints paid) {
        return new Combination(steps, Till.minus(nets, paid.minorByLine()), discount, giftPieces, coupons, paid);
    }

    boolean uses(Offer offer) {
        for (Step step : steps) {
            if (step.offer() == offer) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule may join these: none that keeps it away, room in its category, and not too many coupons. */
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
        return same < most && (!offer.isCoupon() || coupons < Tally.MOST_COUPONS);
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
                .filter(step -> step.offer().isCoupon())
                .map(step -> step.offer().validTo())
                .sorted()
                .toList();
    }
}
