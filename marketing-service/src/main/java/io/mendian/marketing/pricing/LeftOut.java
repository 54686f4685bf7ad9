package io.mendian.marketing.pricing;

import io.mendian.marketing.pricing.Till.Tried;
import org.jspecify.annotations.Nullable;

/** Says why a rule is not in the quote. */
final class LeftOut {

    private LeftOut() {}

    /** A reason that no basket changes: another store, another time. */
    static @Nullable NotApplied atAll(Offer offer, Basket basket) {
        if (!offer.scope().includesStore(basket.storeId())) {
            return because(
                    offer, "OTHER_STORE", "「" + offer.name() + "」不适用于本店", offer.name() + " is not for this store");
        }
        if (basket.at().isBefore(offer.validFrom())) {
            return because(offer, "NOT_YET_VALID", "「" + offer.name() + "」尚未生效", offer.name() + " is not valid yet");
        }
        if (!basket.at().isBefore(offer.validTo())) {
            return because(offer, "EXPIRED", "「" + offer.name() + "」已过期", offer.name() + " has expired");
        }
        return null;
    }

    /** A rule that could have applied, beside the rules that were taken. */
    static NotApplied why(Offer offer, Combination best, Till till, Cents cents) {
        for (Step step : best.steps()) {
            Offer taken = step.offer();
            if (!taken.standsBeside(offer) || (taken.sharesCategoryWith(offer) && !best.admits(offer))) {
                return because(
                        offer,
                        "NOT_STACKABLE",
                        "「" + offer.name() + "」不可与「" + taken.name() + "」同用",
                        offer.name() + " cannot be combined with " + taken.name());
            }
        }
        return switch (till.tryOn(offer, best.nets())) {
            case Tried.Refused(Outcome.Lacking lacking) ->
                new NotApplied(offer.rule(), lacking.code(), lacking.text(), lacking.missingMinor());
            case Tried.Applies(Step step) ->
                because(
                        offer,
                        "BETTER_WITHOUT",
                        "不用「" + offer.name() + "」（可减 " + cents.show(step.discount()) + "）的组合更优惠",
                        "The order is cheaper without " + offer.name());
        };
    }

    private static NotApplied because(Offer offer, String code, String zh, String en) {
        return new NotApplied(offer.rule(), code, new Text(zh, en), null);
    }
}
