package io.mendian.marketing.pricing;

import java.math.BigDecimal;

/** Writes permille as people say them. */
public final class Fractions {

    private Fractions() {}

    /** {@code value ÷ divisor} without trailing zeros; the divisor is a power of ten. */
    public static String of(long value, long divisor) {
        return BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(divisor))
                .stripTrailingZeros()
                .toPlainString();
    }
}
