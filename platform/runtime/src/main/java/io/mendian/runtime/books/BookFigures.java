package io.mendian.runtime.books;

import java.util.Map;

/** Figures of a service that another service must also arrive at: name to the statement that counts or sums it. */
public record BookFigures(Map<String, String> statements) {}
