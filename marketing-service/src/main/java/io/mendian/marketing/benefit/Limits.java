package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Text;

/** Bounds and sentences that the kinds share. */
final class Limits {

    /** The largest amount a rule may name, in the smallest currency unit. */
    static final long AMOUNT = 10_000_000_000L;

    static final long PIECES = 10_000;

    private Limits() {}

    /** 再买 2.10 元可减 10 元. */
    static Outcome.Lacking missing(MatchingLines lines, long threshold, String zhGain, String enGain) {
        long missing = threshold - lines.total();
        return new Outcome.Lacking(
                "BELOW_THRESHOLD",
                new Text(
                        "再买 " + lines.show(missing) + " 可" + zhGain,
                        "Spend " + lines.show(missing) + " more for " + enGain),
                missing);
    }

    /** 再买 1 件可享 8 折. */
    static Outcome.Lacking missingPieces(long pieces, String zhGain, String enGain) {
        return new Outcome.Lacking(
                "TOO_FEW_PIECES",
                new Text("再买 " + pieces + " 件可" + zhGain, "Buy " + pieces + " more for " + enGain),
                null);
    }
}
