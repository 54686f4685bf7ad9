package io.mendian.kernel;

/** The pseudonymous number under which a member is known outside member-service; it says nothing of the person. */
public record MemberKey(long value) implements TypedId {

    public static MemberKey of(long value) {
        return new MemberKey(value);
    }

    public static MemberKey parse(String text) {
        return new MemberKey(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return text();
    }
}
