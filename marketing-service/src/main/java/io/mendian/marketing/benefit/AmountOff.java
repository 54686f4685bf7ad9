package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.springframework.stereotype.Component;

/** 满减: {@code amountMinor} off as soon as the matching lines cost {@code thresholdMinor}; never more than they cost. */
@Component
class AmountOff implements BenefitKind {

    @Override
    public String name() {
        return "AMOUNT_OFF";
    }

    @Override
    public int rank() {
        return 60;
    }

    @Override
    public Benefit read(Settings settings) {
        long threshold = settings.number("thresholdMinor", 0, Limits.AMOUNT);
        long amount = settings.number("amountMinor", 1, Limits.AMOUNT);
        return lines -> on(lines, threshold, amount);
    }

    private static Outcome on(MatchingLines lines, long threshold, long amount) {
        if (lines.total() < threshold) {
            return Limits.missing(lines, threshold, "减 " + lines.show(amount), lines.show(amount) + " off");
        }
        return Outcome.Given.cut(lines.spread(Math.min(amount, lines.total())));
    }
}
