package io.mendian.runtime.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs every invariant that the service lists, and those of the platform's own tables. Over millions of rows that takes
 * minutes, so people who ask at the same time share a run.
 */
public class BookQueries {

    private final String service;
    private final BookReader reader;
    private final BookLists lists;
    private final SharedRun<Books> quick = new SharedRun<>(this::runQuick);
    private final SharedRun<Books> slow = new SharedRun<>(this::runSlow);

    BookQueries(String service, DataSource database, BookLists lists) {
        this.service = service;
        this.reader = new BookReader(database);
        this.lists = lists;
    }

    /** What the features of a service offer. */
    record BookLists(
            List<BookCheck> checks, List<Invariants> listed, List<SlowBookCheck> slow, List<BookFigures> figures) {}

    public Books run() {
        return quick.ask();
    }

    /** The checks that look at more than this service's tables. */
    public Books slow() {
        return slow.ask();
    }

    private Books runQuick() {
        return new Books(service, find().stream().map(Finding::result).toList(), figures());
    }

    private Books runSlow() {
        return new Books(
                service,
                lists.slow().stream().flatMap(slow -> slow.run().stream()).toList(),
                null);
    }

    /** Every result in the order of the invariants' numbers. */
    List<Finding> find() {
        return find(check -> true, invariant -> true);
    }

    private List<Finding> find(Predicate<BookCheck> wanted, Predicate<Invariant> wantedToo) {
        List<Finding> findings = new ArrayList<>();
        lists.checks().stream().filter(wanted).forEach(check -> findings.add(check.find()));
        for (Invariants list : lists.listed()) {
            Map<String, ?> parameters = list.parameters().get();
            list.all().stream()
                    .filter(wantedToo)
                    .forEach(invariant -> findings.add(SqlBooks.find(reader.now(), invariant, parameters)));
        }
        findings.sort(Comparator.comparingInt(
                        (Finding finding) -> number(finding.result().name()))
                .thenComparing(finding -> finding.result().name()));
        return findings;
    }

    /** What the checks about a kind say of one subject now, within the caller's transaction; empty when it is right. */
    List<String> offenders(String subjectKind, String subjectId) {
        Predicate<Invariant> about = invariant -> subjectKind.equals(invariant.subjectKind());
        return find(check -> check.isAbout(subjectKind), about).stream()
                .filter(finding -> finding.subjects().contains(subjectId))
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
                    Long value = reader.now().queryForObject(sql, Long.class);
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
