package io.mendian.runtime.books;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Runs an invariant's statements. */
final class SqlBooks {

    static final int SHOWN = 20;
    private static final int MOST_SUBJECTS = 1000;

    private SqlBooks() {}

    private record Offender(String text, String subject) {}

    static Finding find(JdbcTemplate jdbc, Invariant invariant, Map<String, ?> parameters) {
        long began = System.nanoTime();
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        boolean subjects = invariant.subjectKind() != null;
        List<Offender> wrong = new ArrayList<>();
        long checked = 0;
        try {
            Long counted = named.queryForObject(invariant.counted(), parameters, Long.class);
            checked = counted == null ? 0 : counted;
            wrong.addAll(named.query(
                    invariant.offenders() + " LIMIT " + (subjects ? MOST_SUBJECTS : SHOWN),
                    parameters,
                    (row, n) -> new Offender(row.getString(1), subjects ? row.getString(2) : "")));
        } catch (DataAccessException e) {
            // a check that could not run proves nothing, and must not hide the others
            String cause =
                    "the check could not run: " + e.getMostSpecificCause().getMessage();
            return Finding.of(result(invariant, checked, began, List.of(cause)));
        }
        return new Finding(
                result(
                        invariant,
                        checked,
                        began,
                        wrong.stream().map(Offender::text).toList()),
                invariant.subjectKind(),
                subjects ? wrong.stream().map(Offender::subject).toList() : List.of());
    }

    private static BookResult result(Invariant invariant, long checked, long began, List<String> offenders) {
        return new BookResult(
                invariant.name(),
                invariant.scope(),
                offenders.isEmpty(),
                checked,
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                offenders.stream().limit(SHOWN).toList());
    }
}
