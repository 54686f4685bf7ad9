package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * 阶梯满件折: {@code tiers} of {@code pieces} and {@code permilleOff}; the highest that is reached counts for all matching
 * lines, half-up once over all of them, and the next is told.
 */
@Component
class PiecesPercentTiers implements BenefitKind {

    @Override
    public String name() {
        return "PIECES_PERCENT_TIERS";
    }

    @Override
    public int rank() {
        return 53;
    }

    @Override
    public Benefit read(Settings settings) {
        return new Terms(Tiers.read(settings, "pieces", 1, Limits.PIECES, "permilleOff", 1000));
    }

    private record Terms(Tiers tiers) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return Split.permille(lines.total(), tiers.at(lines.pieces()));
        }

        @Override
        public Outcome on(MatchingLines lines) {
            Tiers.Tier higher = tiers.above(lines.pieces());
            Outcome.Lacking next = higher == null
                    ? null
                    : Limits.missingPieces(higher.from() - lines.pieces(), Limits.percent(higher.gives()));
            return tiers.reachedAt(lines.pieces()) || next == null
                    ? new Outcome.Given(lines.spread(takesOff(lines)), List.of(), next)
                    : next;
        }
    }
}
