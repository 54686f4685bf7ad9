package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** 阶梯满减: {@code tiers} of {@code thresholdMinor} and {@code amountMinor}; the highest that is reached counts, and the next is told. */
@Component
class AmountOffTiers implements BenefitKind {

    @Override
    public String name() {
        return "AMOUNT_OFF_TIERS";
    }

    @Override
    public int rank() {
        return 61;
    }

    @Override
    public Benefit read(Settings settings) {
        return new Terms(Tiers.read(settings, "thresholdMinor", 0, Limits.AMOUNT, "amountMinor", Limits.AMOUNT));
    }

    private record Terms(Tiers tiers) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return Math.min(tiers.at(lines.total()), lines.total());
        }

        @Override
        public Outcome on(MatchingLines lines) {
            Tiers.Tier higher = tiers.above(lines.total());
            Outcome.Lacking next = higher == null
                    ? null
                    : Limits.missing(lines, higher.from(), Limits.off(lines.show(higher.gives())));
            return tiers.reachedAt(lines.total()) || next == null
                    ? new Outcome.Given(lines.spread(takesOff(lines)), List.of(), next)
                    : next;
        }
    }
}
