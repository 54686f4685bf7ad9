package io.mendian.runtime.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs every invariant that the service lists, and those of the platform's own tables. */
public class BookQueries {

    private static final int PATIENCE_SECONDS = 60;

    private final String service;
    private final JdbcTemplate jdbc;
    private final BookLists lists;

    BookQueries(String service, DataSource database, BookLists lists) {
        this.service = service;
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout(PATIENCE_SECONDS);
        this.lists = lists;
    }

    /** What the features of a service offer. */
    record BookLists(
            List<BookCheck> checks, List<Invariants> listed, List<SlowBookCheck> slow, List<BookFigures> figures) {}

    public Books run() {
        return new Books(service, find().stream().map(Finding::result).toList(), figures());
    }

    /** The checks that look at more than this service's tables. */
    public Books slow() {
        return new Books(
                service,
                lists.slow().stream().flatMap(slow -> slow.run().stream()).toList(),
                null);
    }

    /** Every result in the order of the invariants' numbers. */
    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        lists.checks().forEach(check -> findings.add(check.find()));
        for (Invariants list : lists.listed()) {
            Map<String, ?> parameters = list.parameters().get();
            list.all().forEach(invariant -> findings.add(SqlBooks.find(jdbc, invariant, parameters)));
        }
        findings.sort(Comparator.comparingInt(
                        (Finding finding) -> number(finding.result().name()))
                .thenComparing(finding -> finding.result().name()));
        return findings;
    }

    /** What the checks about a kind say of one subject now; empty when it is right. */
    List<String> offenders(String subjectKind, String subjectId) {
        return find().stream()
                .filter(finding -> subjectKind.equals(finding.subjectKind())
                        && finding.subjects().contains(subjectId))
                .map(finding -> finding.result().name())
                .toList();
    }

    private @Nullable Map<String, Long> figures() {
        if (lists.figures().isEmpty()) {
            return null;
        }
        Map<String, Long> values = new TreeMap<>();
        lists.figures()
                .forEach(some -> some.statements().forEach((name, sql) -> {
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
