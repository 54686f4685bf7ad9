package io.mendian.kernel;

/** Names one sellable unit of the catalogue: goods, a service, a card product or a recharge package. */
public record SkuId(long value) implements TypedId {

    public static SkuId of(long value) {
        return new SkuId(value);
    }

    public static SkuId parse(String text) {
        return new SkuId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return text();
    }
}
