package io.mendian.marketing.pricing;

import java.util.Set;

/**
 * 抹零: the sum becomes a multiple of {@code unitMinor} (10 jiao-wise, 50, 100). Always, or only where everything is paid in
 * cash. Recharges in the basket are not rounded: what is taken off is taken off the rest.
 */
public record CashRounding(Mode mode, long unitMinor, boolean cashOnly) {

    public static final CashRounding NONE = new CashRounding(Mode.NONE, 1, false);

    /** Where the odd part goes. */
    public enum Mode {
        NONE,
        /** Always to the customer: never dearer than the price tag. */
        DOWN,
        /** From half a unit on upwards (四舍五入); charging more than the tag is price fraud in China, so it must be allowed. */
        HALF_UP,
        /** To the nearer multiple; exactly between, to the customer. */
        NEAREST;

        /** Whether the customer may have to pay more than without it. */
        public boolean mayRaise() {
            return this == HALF_UP || this == NEAREST;
        }
    }

    /** What is added to the sum, mostly negative; {@code mayTake}: the part of the sum that is not a recharge. */
    long on(long sum, long mayTake, Set<String> payWith) {
        if (mode == Mode.NONE || unitMinor <= 1 || (cashOnly && !payWith.equals(Set.of("CASH")))) {
            return 0;
        }
        long odd = sum % unitMinor;
        boolean down =
                switch (mode) {
                    case NONE, DOWN -> true;
                    case HALF_UP -> odd * 2 < unitMinor;
                    case NEAREST -> odd * 2 <= unitMinor;
                };
        if (!down) {
            return mayTake == 0 ? 0 : unitMinor - odd;
        }
        return odd > mayTake ? 0 : -odd;
    }
}
