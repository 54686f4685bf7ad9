package io.mendian.kernel;

/** Names a hold; given by the caller, so that a retry is the same hold. */
public record HoldId(long value) implements TypedId {

    public static HoldId of(long value) {
        return new HoldId(value);
    }

    public static HoldId parse(String text) {
        return new HoldId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return text();
    }
}
