package io.mendian.kernel;

import java.util.Objects;

/** An amount of goods in the smallest stock unit of its SKU (pieces, grams, millilitres). Units never mix; overflow throws. */
public record Quantity(long value, Unit unit) implements Comparable<Quantity> {

    /** The smallest units in which stock is kept. */
    public enum Unit {
        PIECE,
        GRAM,
        MILLILITRE
    }

    public Quantity {
        Objects.requireNonNull(unit, "unit");
    }

    public static Quantity pieces(long value) {
        return new Quantity(value, Unit.PIECE);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(value, same(other).value), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(value, same(other).value), unit);
    }

    public boolean isPositive() {
        return value > 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(value, same(other).value);
    }

    private Quantity same(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("cannot mix " + unit + " and " + other.unit);
        }
        return other;
    }
}
