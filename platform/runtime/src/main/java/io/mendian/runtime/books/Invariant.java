package io.mendian.runtime.books;

import org.jspecify.annotations.Nullable;

/**
 * What always holds, as one statement and so on one moment of the data, without a lock.
 *
 * @param counted counts what is looked at: a statement, or a table with its condition
 * @param offenders selects what breaks it, each row as one text; the books add a LIMIT
 * @param subjectKind what the nightly run puts on hold: then a second column names the subject
 */
public record Invariant(
        String name,
        String scope,
        String counted,
        String offenders,
        @Nullable String subjectKind) {

    public Invariant {
        if (!counted.startsWith("SELECT ")) {
            counted = "SELECT COUNT(*) FROM " + counted;
        }
    }

    public Invariant(String name, String scope, String counted, String offenders) {
        this(name, scope, counted, offenders, null);
    }

    /** The second column of the offenders names what the run puts on hold. */
    public Invariant about(String kind) {
        return new Invariant(name, scope, counted, offenders, kind);
    }
}
