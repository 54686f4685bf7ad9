package io.mendian.marketing.pricing;

import java.math.BigDecimal;
import java.util.Currency;

/** How many digits the chain's currency has, and how its amounts are said. */
record Cents(int digits, String zhUnit) {

    static Cents of(Currency currency) {
        return new Cents(
                Math.max(currency.getDefaultFractionDigits(), 0),
                currency.getCurrencyCode().equals("CNY") ? " 元" : " " + currency.getCurrencyCode());
    }

    /** The smallest units in one unit of the currency. */
    long perUnit() {
        return BigDecimal.ONE.movePointRight(digits).longValueExact();
    }

    /** 210 is 2.10 元, 1000 is 10 元. */
    Text text(long minor) {
        String shown = show(minor);
        return new Text((shown.endsWith(".00") ? shown.substring(0, shown.length() - 3) : shown) + zhUnit, shown);
    }

    String zh(long minor) {
        return text(minor).zh();
    }

    String show(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}
