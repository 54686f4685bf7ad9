package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.Fractions;
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
        long pieces = settings.number("pieces", 1, Limits.PIECES);
        long permille = settings.number("permilleOff", 1, 1000);
        return lines -> on(lines, pieces, permille);
    }

    private static Outcome on(MatchingLines lines, long pieces, long permille) {
        if (lines.pieces() < pieces) {
            return Limits.missingPieces(
                    pieces - lines.pieces(),
                    "享 " + Fractions.of(1000 - permille, 100) + " 折",
                    Fractions.of(permille, 10) + "% off");
        }
        return Outcome.Given.cut(lines.spread(Split.permille(lines.total(), permille)));
    }
}
