package io.mendian.member.accrual;

import io.mendian.kernel.Split;

/**
 * A line as the rules see it.
 *
 * @param kind of the SKU; a gift card is RECHARGE, for it is money that will be spent later
 * @param countedMinor what of the line counts, by the basis and the tenders of its order
 */
public record SoldLine(
        String lineId, String skuId, String kind, String category, long quantity, long netMinor, long countedMinor) {

    long quantityLeft(Returned back) {
        return Math.max(0, quantity - back.of(lineId).quantity());
    }

    /** The counted share of what did not come back: of the net amount, or of the pieces where nothing was paid. */
    public long countedLeft(Returned back) {
        if (netMinor > 0) {
            long left = Math.max(0, netMinor - back.of(lineId).netMinor());
            return Split.share(countedMinor, left, netMinor);
        }
        return quantity > 0 ? Split.share(countedMinor, quantityLeft(back), quantity) : 0;
    }

    boolean isLeft(Returned back) {
        return quantityLeft(back) > 0 || countedLeft(back) > 0;
    }
}
