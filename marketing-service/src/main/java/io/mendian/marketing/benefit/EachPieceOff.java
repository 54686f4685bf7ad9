package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.springframework.stereotype.Component;

/** 直降: {@code amountMinor} off each matching piece, never more than it costs. */
@Component
class EachPieceOff implements BenefitKind {

    @Override
    public String name() {
        return "EACH_PIECE_OFF";
    }

    @Override
    public int rank() {
        return 7;
    }

    @Override
    public Benefit read(Settings settings) {
        return new Terms(settings.number("amountMinor", 1, Limits.AMOUNT));
    }

    private record Terms(long amount) implements Benefit {

        @Override
        public Outcome on(MatchingLines lines) {
            long[] cuts = new long[lines.size()];
            for (int i = 0; i < cuts.length; i++) {
                cuts[i] = Math.min(
                        lines.net(i), Math.multiplyExact(amount, lines.line(i).quantity()));
            }
            return Outcome.Given.cut(cuts);
        }
    }
}
