package io.mendian.kernel;

/** A number of loyalty points. Never mixes with money; overflow throws. */
public record Points(long value) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    public static Points of(long value) {
        return new Points(value);
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(value, other.value));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(value, other.value));
    }

    public Points min(Points other) {
        return value <= other.value ? this : other;
    }

    public boolean isNegative() {
        return value < 0;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(value, other.value);
    }
}
