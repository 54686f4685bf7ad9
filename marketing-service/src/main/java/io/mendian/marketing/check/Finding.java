package io.mendian.marketing.check;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.pricing.Text;
import java.util.List;

/**
 * Something that headquarters should know before a rule goes live, with the smallest basket that shows it.
 *
 * @param id names the finding for as long as the same rules meet; to be acknowledged when publishing all the same
 * @param rules the rules that bring it about together
 */
public record Finding(Code code, String id, Text text, List<String> rules, List<Piece> basket, long payableMinor) {

    /** What is found. */
    public enum Code {
        /** A product is sold below what it costs. */
        BELOW_COST,
        /** A product is given away. */
        FREE,
        /** A lowest price cuts discounts short: without it they would go below. */
        CUT_BY_FLOOR,
        /** It never runs in its span of time. */
        NEVER_OPEN,
        /** No basket that was tried meets its terms. */
        NEVER_APPLIES,
        /** In no basket that was tried it is part of the best price. */
        NEVER_BETTER,
        /** A live rule is no longer part of the best price in any basket that was tried. */
        MAKES_DEAD
    }

    /** A line of the basket. */
    public record Piece(SkuId skuId, String name, long quantity, long unitListMinor) {}
}
