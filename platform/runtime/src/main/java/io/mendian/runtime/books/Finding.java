package io.mendian.runtime.books;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result with the accounts that are wrong, for the run that puts them on hold. */
public record Finding(BookResult result, @Nullable String subjectKind, List<String> subjects) {

    static Finding of(BookResult result) {
        return new Finding(result, null, List.of());
    }
}
