package io.mendian.order.refund;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes back for a card or a recharge, and why: the formula of the law, its steps in words and figures, and what is taken
 * from the member for it. Amounts in fen.
 */
public record AssetFormula(
        long refundMinor,
        String formula,
        @Nullable List<Step> steps,
        @Nullable TakesBack takesBack) {

    /** One line of the computation. */
    public record Step(
            String text,
            @Nullable String textEn,
            @Nullable Long amountMinor,
            @Nullable String fraction) {}

    /** What the member gives up. */
    public record TakesBack(long principalMinor, long bonusMinor, long uses) {}
}
