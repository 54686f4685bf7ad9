package io.mendian.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** An amount in the smallest unit of one currency (fen for CNY). Amounts of two currencies never mix; overflow throws. */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** The currency of a chain that says nothing else. */
    public static final Currency CNY = Currency.getInstance("CNY");

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public static Money fen(long minor) {
        return new Money(minor, CNY);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money min(Money other) {
        return minor <= same(other).minor ? this : other;
    }

    public Money max(Money other) {
        return minor >= same(other).minor ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** The bare figure in the main unit, with all its digits: 1250 fen are 12.50. */
    public String figure() {
        return BigDecimal.valueOf(minor, digits()).toPlainString();
    }

    /** As a Chinese reader is told it: 1250 fen are 12.50 元, 1000 fen are 10 元. */
    public String zh() {
        String figure = digits() == 2 && minor % 100 == 0 ? Long.toString(minor / 100) : figure();
        return figure + " " + (currency.equals(CNY) ? "元" : currency.getCurrencyCode());
    }

    /** As an English reader is told it: 1250 fen are 12.50 CNY. */
    public String en() {
        return figure() + " " + currency.getCurrencyCode();
    }

    @Override
    public String toString() {
        return en();
    }

    private int digits() {
        return Math.max(currency.getDefaultFractionDigits(), 0);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
