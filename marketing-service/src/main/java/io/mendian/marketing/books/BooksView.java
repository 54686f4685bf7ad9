package io.mendian.marketing.books;

import java.util.List;

/** The invariants of this service's tables, as they are now. */
public record BooksView(String service, List<CheckView> checks) {

    /** One invariant: how many rows it looked at, and up to 20 that break it. */
    public record CheckView(
            String name, String scope, boolean balanced, long checked, long durationMillis, List<String> offenders) {}
}
