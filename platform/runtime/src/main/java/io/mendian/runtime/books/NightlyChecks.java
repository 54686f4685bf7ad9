package io.mendian.runtime.books;

import java.util.List;

/** What a service checks besides its own books when they are run by themselves. */
public interface NightlyChecks {

    List<BookResult> run();
}
