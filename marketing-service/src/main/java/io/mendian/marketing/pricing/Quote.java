package io.mendian.marketing.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a basket costs. {@code listMinor − discountMinor + feesMinor + roundingMinor = payableMinor}; the lines' net amounts
 * sum to {@code listMinor − discountMinor}; points are part of the discount.
 *
 * @param gapMinor how much cheaper another combination of rules could be at most; 0 when the best is certain
 */
public record Quote(
        long listMinor,
        long discountMinor,
        List<ChargedFee> fees,
        long roundingMinor,
        long payableMinor,
        long pointsUsed,
        long pointsMinor,
        List<PricedLine> lines,
        List<AppliedOffer> applied,
        List<Explanation> explanations,
        List<NotApplied> notApplied,
        long gapMinor) {

    public long feesMinor() {
        return fees.stream().mapToLong(ChargedFee::amountMinor).sum();
    }

    /** The same quote with more rules that did not apply. */
    public Quote alsoNot(List<NotApplied> more) {
        List<NotApplied> all = new ArrayList<>(notApplied);
        all.addAll(more);
        return new Quote(
                listMinor,
                discountMinor,
                fees,
                roundingMinor,
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
