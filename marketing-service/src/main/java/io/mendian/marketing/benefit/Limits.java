package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Fractions;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Text;

/** Bounds and sentences that the kinds share. */
final class Limits {

    /** The largest amount a rule may name, in the smallest currency unit. */
    static final long AMOUNT = 10_000_000_000L;

    static final long PIECES = 10_000;

    private Limits() {}

    static Text off(Text amount) {
        return new Text("减 " + amount.zh(), amount.en() + " off");
    }

    static Text offInAll(Text amount) {
        return new Text("共减 " + amount.zh(), amount.en() + " off in all");
    }

    /** 200 permille off is said 享 8 折 in Chinese and 20% off in English. */
    static Text percent(long permilleOff) {
        return permilleOff == 1000
                ? new Text("免单", "everything free")
                : new Text(
                        "享 " + Fractions.of(1000 - permilleOff, 100) + " 折", Fractions.of(permilleOff, 10) + "% off");
    }

    /** 享 3 件 99 元. */
    static Text together(long pieces, Text price) {
        return new Text("享 " + pieces + " 件 " + price.zh(), pieces + " for " + price.en());
    }

    /** 再买 2.10 元可减 10 元. */
    static Outcome.Lacking missing(MatchingLines lines, long threshold, Text gain) {
        long missing = threshold - lines.total();
        Text amount = lines.show(missing);
        return new Outcome.Lacking(
                "BELOW_THRESHOLD",
                new Text("再买 " + amount.zh() + "可" + gain.zh(), "Spend " + amount.en() + " more for " + gain.en()),
                missing);
    }

    /** 再买 1 件可享 8 折. */
    static Outcome.Lacking missingPieces(long pieces, Text gain) {
        return new Outcome.Lacking(
                "TOO_FEW_PIECES",
                new Text("再买 " + pieces + " 件可" + gain.zh(), "Buy " + pieces + " more for " + gain.en()),
                null);
    }
}
