package io.mendian.kernel;

/** A 64-bit id that knows what it names. In JSON it is a string, so that no client rounds it. */
public interface TypedId {

    /**
     * What the text of an id looks like, for the validation of requests. Ids rise with time: they have 18 digits until July
     * 2027, and 19 from then on until 2087. Whatever matches fits into 64 bits.
     */
    String PATTERN = "(?:\\d{1,18}|[1-8]\\d{18})";

    /** Whether a text can be an id, and so be parsed as one. */
    static boolean isText(String text) {
        return text.matches(PATTERN);
    }

    long value();

    /** The decimal text of the id, as it stands in JSON and in events. */
    default String text() {
        return Long.toString(value());
    }
}
