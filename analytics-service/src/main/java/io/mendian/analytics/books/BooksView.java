package io.mendian.analytics.books;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service's books: its invariants, checked live. figures: counts and amounts for checks that need two services; a
 * service may leave them out.
 */
public record BooksView(
        String service,
        @Nullable List<Check> checks,
        @Nullable Map<String, Long> figures) {

    /** One invariant: how many rows were looked at, how long it took, and the first rows that break it. */
    public record Check(
            String name,
            @Nullable String scope,
            boolean balanced,
            long checked,
            long durationMillis,
            @Nullable List<Object> offenders) {}

    /** The books of the chain; balanced only when every check of every service is. */
    public record All(boolean balanced, Instant asOf, List<BooksView> services) {}
}
