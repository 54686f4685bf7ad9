package io.mendian.runtime.books;

import java.util.List;

/**
 * What a check found.
 *
 * @param name starts with the number of the invariant, such as {@code I8}
 * @param scope what one of the {@code checked} things is, such as "member"
 * @param offenders at most 20 of those that are wrong, each with its figures
 */
public record BookResult(
        String name, String scope, boolean balanced, long checked, long durationMillis, List<String> offenders) {}
