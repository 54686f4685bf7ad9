package io.mendian.runtime.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of one service's books. figures: counts and amounts for the checks that need two services. */
public record Books(
        String service,
        List<BookResult> checks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Long> figures) {}
