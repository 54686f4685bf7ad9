package io.mendian.marketing.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a basket costs. {@code listMinor − discountMinor = payableMinor}, which is the sum of the lines' net amounts; points
 * are part of the discount.
 *
 * @param gapMinor how much cheaper another combination of rules could be at most; 0 when the best is certain
 */
public record Quote(
        long listMinor,
        long discountMinor,
        long payableMinor,
        long pointsUsed,
        long pointsMinor,
        List<PricedLine> lines,
        List<AppliedOffer> applied,
        List<Explanation> explanations,
        List<NotApplied> notApplied,
        long gapMinor) {

    /** The same quote with more rules that did not apply. */
    public Quote alsoNot(List<NotApplied> more) {
        List<NotApplied> all = new ArrayList<>(notApplied);
        all.addAll(more);
        return new Quote(
                listMinor,
                discountMinor,
                payableMinor,
                pointsUsed,
                pointsMinor,
                lines,
                applied,
                explanations,
                List.copyOf(all),
                gapMinor);
    }
}
