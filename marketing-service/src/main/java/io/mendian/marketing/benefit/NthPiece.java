package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.Fractions;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Text;
import org.springframework.stereotype.Component;

/**
 * 第 N 件折扣: of every {@code nth} matching pieces one is {@code permilleOff} cheaper, always the cheapest of all; each
 * discount is rounded half-up. 第二件半价 is nth 2, permilleOff 500.
 */
@Component
class NthPiece implements BenefitKind {

    @Override
    public String name() {
        return "NTH_PIECE";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Benefit read(Settings settings) {
        long nth = settings.number("nth", 2, 100);
        long permille = settings.number("permilleOff", 1, 1000);
        return lines -> on(lines, nth, permille);
    }

    private static Outcome on(MatchingLines lines, long nth, long permille) {
        if (lines.pieces() < nth) {
            return Limits.missingPieces(
                    nth - lines.pieces(),
                    new Text(
                            "第 " + nth + " 件" + Limits.percent(permille).zh(),
                            Fractions.of(permille, 10) + "% off one piece of " + nth));
        }
        return Outcome.Given.cut(
                Pieces.of(lines).cutCheapest(lines.pieces() / nth, price -> Split.permille(price, permille)));
    }
}
