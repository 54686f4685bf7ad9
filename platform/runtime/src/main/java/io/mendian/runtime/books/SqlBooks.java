package io.mendian.runtime.books;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Runs an invariant's statements. */
final class SqlBooks {

    static final int SHOWN = 20;

    private SqlBooks() {}

    static BookResult run(JdbcTemplate jdbc, Invariant invariant, Map<String, ?> parameters) {
        long began = System.nanoTime();
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        List<String> offenders;
        long checked = 0;
        try {
            Long counted = named.queryForObject(invariant.counted(), parameters, Long.class);
            checked = counted == null ? 0 : counted;
            offenders = named.queryForList(invariant.offenders() + " LIMIT " + SHOWN, parameters, String.class);
        } catch (DataAccessException e) {
            // a check that could not run proves nothing, and must not hide the others
            offenders = List.of(
                    "the check could not run: " + e.getMostSpecificCause().getMessage());
        }
        return new BookResult(
                invariant.name(),
                invariant.scope(),
                offenders.isEmpty(),
                checked,
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                offenders);
    }
}
