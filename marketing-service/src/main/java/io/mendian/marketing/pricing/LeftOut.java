package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Till.Tried;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a rule is not in the quote, and what is missing for the next step of one that is. */
final class LeftOut {

    private final Combination best;
    private final Till till;
    private final Cents cents;
    /** The net amounts before each step of the best combination, and behind the last. */
    private final List<long[]> before = new ArrayList<>();

    LeftOut(long[] nets, Combination best, Till till, Cents cents) {
        this.best = best;
        this.till = till;
        this.cents = cents;
        long[] now = nets;
        for (Step step : best.steps()) {
            before.add(now);
            now = Till.minus(now, step.cuts());
        }
        before.add(now);
    }

    /** A reason that no basket changes: another store, time or customer. */
    static @Nullable NotApplied atAll(Offer offer, Basket basket) {
        if (!offer.scope().includesStore(basket.storeId())) {
            return because(offer, "OTHER_STORE", "不适用于本店", "is not for this store");
        }
        if (basket.at().isBefore(offer.validFrom())) {
            return because(offer, "NOT_YET_VALID", "尚未生效", "is not valid yet");
        }
        if (!basket.at().isBefore(offer.validTo())) {
            return because(offer, "EXPIRED", "已过期", "has expired");
        }
        if (!offer.conditions().openAt(basket.at())) {
            return because(offer, "OUTSIDE_HOURS", "不在活动时段内", "does not run at this hour");
        }
        Audience.Refusal refusal = offer.conditions().audience().refuses(basket.customer());
        return refusal == null ? null : because(offer, refusal.code(), refusal.zh(), "is " + refusal.en());
    }

    static NotApplied refusedBy(Offer offer, Tried tried) {
        return switch (tried) {
            case Tried.Refused(Outcome.Lacking lacking) -> lacking(offer, lacking);
            case Tried.Applies(Step step) ->
                throw new IllegalStateException(step.offer().rule() + " applies");
        };
    }

    /** A rule that could have applied, beside the rules that were taken. */
    NotApplied why(Offer offer) {
        NotApplied kept = keptAway(offer);
        if (kept != null) {
            return kept;
        }
        long[] nets = before.get(place(offer));
        long worth = Till.takesOff(offer, till.seen(till.matching(offer), nets));
        if (worth == 0 && till.tryOn(offer, nets) instanceof Tried.Refused(Outcome.Lacking lacking)) {
            return lacking(offer, lacking);
        }
        return new NotApplied(
                offer.rule(),
                "BETTER_WITHOUT",
                new Text(
                        "不用「" + offer.name() + "」（可减 " + cents.zh(worth) + "）的组合更优惠",
                        "The order is cheaper without " + offer.name() + " (" + cents.show(worth) + " off)"),
                null);
    }

    private @Nullable NotApplied keptAway(Offer offer) {
        for (Step step : best.steps()) {
            Offer taken = step.offer();
            if (!taken.standsBeside(offer) || (taken.sharesCategoryWith(offer) && !best.admits(offer))) {
                return because(
                        offer,
                        "NOT_STACKABLE",
                        "不可与「" + taken.name() + "」同用",
                        "cannot be combined with " + taken.name());
            }
        }
        return best.admits(offer)
                ? null
                : because(offer, "TOO_MANY_COUPONS", "超出一单可用券数", "is one coupon too many for an order");
    }

    /** How many of the taken rules apply before this one would. */
    private int place(Offer offer) {
        int place = 0;
        while (place < best.steps().size()
                && Offer.APPLIED.compare(best.steps().get(place).offer(), offer) < 0) {
            place++;
        }
        return place;
    }

    /** What is missing for the next step of the rules that apply; where a floor or the points' limits were met. */
    List<NotApplied> furtherSteps(List<BasketLine> lines, Combination paid) {
        List<NotApplied> further = new ArrayList<>();
        for (Step step : paid.steps()) {
            if (step.next() != null) {
                further.add(lacking(step.offer(), step.next()));
            }
        }
        PaidByPoints points = paid.points();
        if (points != null && points.less() != null) {
            further.add(new NotApplied("POINTS", "POINTS_LIMITED", points.less(), null));
        }
        for (int i = 0; i < lines.size(); i++) {
            BasketLine line = lines.get(i);
            if (line.floorMinor() > 0 && line.discountable() && paid.nets()[i] == line.floorMinor()) {
                String zh = "该商品已到最低价 " + cents.zh(line.unitFloorMinor()) + "/件，不再优惠";
                String en = "This line is at its lowest price, " + cents.show(line.unitFloorMinor()) + " each";
                further.add(new NotApplied("FLOOR:" + line.lineId(), "AT_FLOOR", new Text(zh, en), null));
            }
        }
        return further;
    }

    private static NotApplied lacking(Offer offer, Outcome.Lacking lacking) {
        return new NotApplied(offer.rule(), lacking.code(), lacking.text(), lacking.missingMinor());
    }

    private static NotApplied because(Offer offer, String code, String zh, String en) {
        return new NotApplied(
                offer.rule(), code, new Text("「" + offer.name() + "」" + zh, offer.name() + " " + en), null);
    }
}
