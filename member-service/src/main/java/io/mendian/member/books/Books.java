package io.mendian.member.books;

import java.util.List;

/** The answer of one service's books. */
public record Books(String service, List<BookResult> checks) {}
