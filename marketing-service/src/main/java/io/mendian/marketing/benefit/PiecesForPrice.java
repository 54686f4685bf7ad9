package io.mendian.marketing.benefit;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import org.springframework.stereotype.Component;

/**
 * 任选 N 件 X 元: every {@code pieces} of the matching pieces together cost {@code priceMinor}, the dearest ones first; a
 * group that is cheaper already stays as it is. At most {@code groups} times (default: as often as it goes).
 */
@Component
class PiecesForPrice implements BenefitKind {

    @Override
    public String name() {
        return "PIECES_FOR_PRICE";
    }

    @Override
    public int rank() {
        return 17;
    }

    @Override
    public Benefit read(Settings settings) {
        long pieces = settings.number("pieces", 2, 1_000);
        Long groups = settings.optional("groups", 1, Limits.PIECES);
        return new Terms(
                pieces, settings.number("priceMinor", 0, Limits.AMOUNT), groups == null ? Long.MAX_VALUE : groups);
    }

    private record Terms(long size, long price, long most) implements Benefit {

        @Override
        public Outcome on(MatchingLines lines) {
            long groups = Math.min(lines.pieces() / size, most);
            if (groups == 0) {
                return Limits.missingPieces(size - lines.pieces(), Limits.together(size, lines.show(price)));
            }
            long[] costs = new long[lines.size()];
            long saving = Pieces.of(lines).savingOfGroups(size, groups, price, costs);
            return Outcome.Given.cut(saving == 0 ? new long[lines.size()] : Split.byWeight(saving, costs));
        }
    }
}
