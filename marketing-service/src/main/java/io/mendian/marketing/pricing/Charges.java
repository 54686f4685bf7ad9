package io.mendian.marketing.pricing;

import java.util.List;

/** How a store rounds, and what it charges on top. */
public record Charges(Rounding levelRounding, List<Fee> fees, CashRounding rounding) {

    public static final Charges NONE = new Charges(Rounding.PIECE, List.of(), CashRounding.NONE);

    public Charges {
        fees = List.copyOf(fees);
    }
}
