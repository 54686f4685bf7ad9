package io.mendian.runtime.books;

/**
 * What always holds, as one statement and so on one moment of the data, without a lock.
 *
 * @param counted counts what is looked at: a statement, or a table with its condition
 * @param offenders selects what breaks it, each row as one text; the books add a LIMIT
 */
public record Invariant(String name, String scope, String counted, String offenders) {

    public Invariant {
        if (!counted.startsWith("SELECT ")) {
            counted = "SELECT COUNT(*) FROM " + counted;
        }
    }
}
