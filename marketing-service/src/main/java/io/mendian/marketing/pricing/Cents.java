package io.mendian.marketing.pricing;

import java.math.BigDecimal;
import java.util.Currency;

/** How many digits the chain's currency has. */
record Cents(int digits) {

    static Cents of(Currency currency) {
        return new Cents(Math.max(currency.getDefaultFractionDigits(), 0));
    }

    /** The smallest units in one unit of the currency. */
    long perUnit() {
        return BigDecimal.ONE.movePointRight(digits).longValueExact();
    }

    String show(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}
