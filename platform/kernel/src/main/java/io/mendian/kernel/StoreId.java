package io.mendian.kernel;

/** Names a store of the chain. */
public record StoreId(long value) implements TypedId {

    public static StoreId of(long value) {
        return new StoreId(value);
    }

    public static StoreId parse(String text) {
        return new StoreId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return text();
    }
}
