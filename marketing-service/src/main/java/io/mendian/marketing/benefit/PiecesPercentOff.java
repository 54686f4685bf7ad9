package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.springframework.stereotype.Component;

/** 满件折: from {@code pieces} matching pieces on, {@code permilleOff} of what they cost, rounded half-up once over all of them. */
@Component
class PiecesPercentOff implements BenefitKind {

    @Override
    public String name() {
        return "PIECES_PERCENT_OFF";
    }

    @Override
    public int rank() {
        return 51;
    }

    @Override
    public Benefit read(Settings settings) {
        return new Terms(settings.number("pieces", 1, Limits.PIECES), settings.number("permilleOff", 1, 1000));
    }

    private record Terms(long pieces, long permille) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return lines.pieces() < pieces ? 0 : Split.permille(lines.total(), permille);
        }

        @Override
        public Outcome on(MatchingLines lines) {
            return lines.pieces() < pieces
                    ? Limits.missingPieces(pieces - lines.pieces(), Limits.percent(permille))
                    : Outcome.Given.cut(lines.spread(takesOff(lines)));
        }
    }
}
