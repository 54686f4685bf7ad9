package io.mendian.runtime.books;

import java.util.List;

/** Checks that look at more than the service's own tables: for the nightly run, and when asked for. */
public interface SlowBookCheck {

    List<BookResult> run();
}
