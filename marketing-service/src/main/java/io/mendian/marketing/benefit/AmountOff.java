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
        return new Terms(
                settings.number("thresholdMinor", 0, Limits.AMOUNT), settings.number("amountMinor", 1, Limits.AMOUNT));
    }

    private record Terms(long threshold, long amount) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return lines.total() < threshold ? 0 : Math.min(amount, lines.total());
        }

        @Override
        public Outcome on(MatchingLines lines) {
            return lines.total() < threshold
                    ? Limits.missing(lines, threshold, Limits.off(lines.show(amount)))
                    : Outcome.Given.cut(lines.spread(takesOff(lines)));
        }
    }
}
