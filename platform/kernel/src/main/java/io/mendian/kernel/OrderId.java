package io.mendian.kernel;

/** Names an order; holds that a checkout takes elsewhere carry the same number. */
public record OrderId(long value) implements TypedId {

    public static OrderId of(long value) {
        return new OrderId(value);
    }

    public static OrderId parse(String text) {
        return new OrderId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return text();
    }
}
