package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.Fractions;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.jspecify.annotations.Nullable;
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
        Long given = settings.optional("thresholdMinor", 0, Limits.AMOUNT);
        long threshold = given == null ? 0 : given;
        return lines -> on(lines, permille, cap, threshold);
    }

    private static Outcome on(MatchingLines lines, long permille, @Nullable Long cap, long threshold) {
        if (lines.total() < threshold) {
            return Limits.missing(
                    lines,
                    threshold,
                    "享 " + Fractions.of(1000 - permille, 100) + " 折",
                    Fractions.of(permille, 10) + "% off");
        }
        long discount = Split.permille(lines.total(), permille);
        return Outcome.Given.cut(lines.spread(cap == null ? discount : Math.min(discount, cap)));
    }
}
