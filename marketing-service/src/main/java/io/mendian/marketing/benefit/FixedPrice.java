package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.springframework.stereotype.Component;

/** 特价: each matching piece costs {@code priceMinor}, unless it is cheaper already. */
@Component
class FixedPrice implements BenefitKind {

    @Override
    public String name() {
        return "FIXED_PRICE";
    }

    @Override
    public int rank() {
        return 5;
    }

    @Override
    public Benefit read(Settings settings) {
        long price = settings.number("priceMinor", 0, Limits.AMOUNT);
        return lines -> on(lines, price);
    }

    private static Outcome on(MatchingLines lines, long price) {
        long[] cuts = new long[lines.size()];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = Math.max(
                    0, lines.net(i) - Math.multiplyExact(price, lines.line(i).quantity()));
        }
        return Outcome.Given.cut(cuts);
    }
}
