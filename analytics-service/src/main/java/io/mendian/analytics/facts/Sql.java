package io.mendian.analytics.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Statements over many rows and columns, spelled from column names of this service only. */
final class Sql {

    private Sql() {}

    static String insert(String table, List<String> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks(columns.size()) + ")";
    }

    /** Inserts rows, or adds their sums to those that are there. */
    static String addTo(String table, List<String> keys, List<Measure> sums) {
        List<String> columns = new java.util.ArrayList<>(keys);
        sums.forEach(sum -> columns.add(sum.column()));
        return insert(table, columns) + " ON DUPLICATE KEY UPDATE " + adding(names(sums));
    }

    static String adding(List<String> columns) {
        return columns.stream()
                .map(column -> column + " = " + column + " + VALUES(" + column + ")")
                .collect(Collectors.joining(", "));
    }

    static List<String> names(List<Measure> measures) {
        return measures.stream().map(Measure::column).toList();
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static String in(Collection<?> values) {
        return " IN (" + marks(values.size()) + ")";
    }
}
