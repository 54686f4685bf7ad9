package io.mendian.kernel;

/** Names a member of staff, at headquarters or in a store. */
public record StaffId(long value) implements TypedId {

    public static StaffId of(long value) {
        return new StaffId(value);
    }

    public static StaffId parse(String text) {
        return new StaffId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return text();
    }
}
