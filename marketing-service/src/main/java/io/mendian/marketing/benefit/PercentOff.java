package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.springframework.stereotype.Component;

/**
 * 折扣: {@code permilleOff} of what the matching lines cost, the discount rounded half-up once over all of them, at most
 * {@code capMinor}; optionally from {@code thresholdMinor} on. 8折 is 200 off.
 */
@Component
class PercentOff implements BenefitKind {

    @Override
    public String name() {
        return "PERCENT_OFF";
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public Benefit read(Settings settings) {
        long permille = settings.number("permilleOff", 1, 1000);
        Long cap = settings.optional("capMinor", 1, Limits.AMOUNT);
        Long threshold = settings.optional("thresholdMinor", 0, Limits.AMOUNT);
        return new Terms(permille, cap == null ? Long.MAX_VALUE : cap, threshold == null ? 0 : threshold);
    }

    private record Terms(long permille, long cap, long threshold) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return lines.total() < threshold ? 0 : Math.min(Split.permille(lines.total(), permille), cap);
        }

        @Override
        public Outcome on(MatchingLines lines) {
            return lines.total() < threshold
                    ? Limits.missing(lines, threshold, Limits.percent(permille))
                    : Outcome.Given.cut(lines.spread(takesOff(lines)));
        }
    }
}
