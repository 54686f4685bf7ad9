package io.mendian.marketing.pricing;

import io.mendian.kernel.SkuId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a basket before any price rule.
 *
 * @param unitMemberMinor the price tag for members, or null where there is none or the member may not have it
 * @param unitFloorMinor no discount takes a piece below this price
 * @param fixed no rule and no points touch its price, as with goods that points and money buy together
 */
public record BasketLine(
        String lineId,
        SkuId skuId,
        String kind,
        String category,
        long quantity,
        long unitListMinor,
        @Nullable Long unitMemberMinor,
        long unitFloorMinor,
        boolean fixed) {

    /** The order in which amounts are split, so that the order in which a basket was typed changes nothing. */
    static final Comparator<BasketLine> CANONICAL = Comparator.comparingLong((BasketLine line) -> line.skuId.value())
            .thenComparingLong(BasketLine::unitListMinor)
            .thenComparing(BasketLine::lineId);

    public BasketLine {
        if (quantity <= 0
                || unitListMinor < 0
                || unitFloorMinor < 0
                || (unitMemberMinor != null && unitMemberMinor < 0)) {
            throw new IllegalArgumentException("line " + lineId + " has a quantity or price that cannot be");
        }
    }

    public long listMinor() {
        return Math.multiplyExact(unitListMinor, quantity);
    }

    /** Money put on a balance is never discounted: it would be worth more than it cost. */
    public boolean discountable() {
        return !fixed && !isRecharge();
    }

    boolean isRecharge() {
        return kind.equals("RECHARGE");
    }

    /** The same line that must not fall below this price either. */
    public BasketLine withFloor(long unitMinor) {
        return new BasketLine(
                lineId,
                skuId,
                kind,
                category,
                quantity,
                unitListMinor,
                unitMemberMinor,
                Math.max(unitFloorMinor, unitMinor),
                fixed);
    }

    long floorMinor() {
        return Math.multiplyExact(unitFloorMinor, quantity);
    }
}
