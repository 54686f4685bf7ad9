package io.mendian.analytics.books;

import io.mendian.runtime.books.Books;
import java.time.Instant;
import java.util.List;

/** The books of the chain; balanced only when every check of every service is. */
public record AllBooks(boolean balanced, Instant asOf, List<Books> services) {}
