package io.mendian.analytics.books;

import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.NightlyChecks;
import java.util.List;
import org.springframework.stereotype.Component;

/** The comparisons between services belong to this service's nightly run, with its alarms. */
@Component
class NightlyComparison implements NightlyChecks {

    private final BetweenServices between;

    NightlyComparison(BetweenServices between) {
        this.between = between;
    }

    @Override
    public List<BookResult> run() {
        return between.checks();
    }
}
