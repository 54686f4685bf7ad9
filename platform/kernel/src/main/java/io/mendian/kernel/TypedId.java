package io.mendian.kernel;

/** A 64-bit id that knows what it names. In JSON it is a string, so that no client rounds it. */
public interface TypedId {

    long value();

    /** The decimal text of the id, as it stands in JSON and in events. */
    default String text() {
        return Long.toString(value());
    }
}
