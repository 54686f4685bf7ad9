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
        return new Terms(settings.number("priceMinor", 0, Limits.AMOUNT));
    }

    private record Terms(long price) implements Benefit {

        @Override
        public long takesOff(MatchingLines lines) {
            long sum = 0;
            for (int i = 0; i < lines.size(); i++) {
                sum += cut(lines, i);
            }
            return sum;
        }

        @Override
        public Outcome on(MatchingLines lines) {
            long[] cuts = new long[lines.size()];
            for (int i = 0; i < cuts.length; i++) {
                cuts[i] = cut(lines, i);
            }
            return Outcome.Given.cut(cuts);
        }

        private long cut(MatchingLines lines, int i) {
            return Math.max(
                    0, lines.net(i) - Math.multiplyExact(price, lines.line(i).quantity()));
        }
    }
}
