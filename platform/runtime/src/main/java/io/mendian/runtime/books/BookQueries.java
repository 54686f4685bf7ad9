package io.mendian.runtime.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs every invariant that the service lists, and those of the platform's own tables. */
public class BookQueries {

    private static final int PATIENCE_SECONDS = 60;

    private final String service;
    private final JdbcTemplate jdbc;
    private final List<BookCheck> checks;
    private final List<Invariants> listed;
    private final List<BookFigures> figures;

    BookQueries(
            String service,
            DataSource database,
            List<BookCheck> checks,
            List<Invariants> listed,
            List<BookFigures> figures) {
        this.service = service;
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout(PATIENCE_SECONDS);
        this.checks = checks;
        this.listed = listed;
        this.figures = figures;
    }

    public Books run() {
        List<BookResult> results = new ArrayList<>();
        checks.forEach(check -> results.add(check.run()));
        for (Invariants list : listed) {
            Map<String, ?> parameters = list.parameters().get();
            list.all().forEach(invariant -> results.add(SqlBooks.run(jdbc, invariant, parameters)));
        }
        results.sort(Comparator.comparingInt((BookResult result) -> number(result.name()))
                .thenComparing(BookResult::name));
        return new Books(service, List.copyOf(results), figures());
    }

    private @org.jspecify.annotations.Nullable Map<String, Long> figures() {
        if (figures.isEmpty()) {
            return null;
        }
        Map<String, Long> values = new TreeMap<>();
        figures.forEach(some -> some.statements().forEach((name, sql) -> {
            Long value = jdbc.queryForObject(sql, Long.class);
            values.put(name, value == null ? 0 : value);
        }));
        return values;
    }

    /** I8 stands before I15; what has no number comes last. */
    private static int number(String name) {
        String digits = name.replaceAll("^I(\\d{1,4})\\b.*", "$1");
        return digits.equals(name) ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
