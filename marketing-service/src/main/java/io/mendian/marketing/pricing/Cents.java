package io.mendian.marketing.pricing;

import io.mendian.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** The amounts of one currency, and how they are said. */
record Cents(Currency currency) {

    static Cents of(Currency currency) {
        return new Cents(currency);
    }

    /** The smallest units in one unit of the currency. */
    long perUnit() {
        return BigDecimal.ONE
                .movePointRight(Math.max(currency.getDefaultFractionDigits(), 0))
                .longValueExact();
    }

    /** 210 is 2.10 元, 1000 is 10 元. */
    Text text(long minor) {
        return new Text(zh(minor), show(minor));
    }

    String zh(long minor) {
        return Money.of(minor, currency).zh();
    }

    String show(long minor) {
        return Money.of(minor, currency).figure();
    }
}
