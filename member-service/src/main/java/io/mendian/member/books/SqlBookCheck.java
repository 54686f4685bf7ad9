package io.mendian.member.books;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A check that is one statement: it selects the offenders, each as one text. {@code from} names the table whose rows are
 * counted as checked.
 */
public final class SqlBookCheck implements BookCheck {

    private static final int MOST_OFFENDERS = 20;

    private final JdbcTemplate jdbc;
    private final String name;
    private final String scope;
    private final String from;
    private final String offenders;

    public SqlBookCheck(JdbcTemplate jdbc, String name, String scope, String from, String offenders) {
        this.jdbc = jdbc;
        this.name = name;
        this.scope = scope;
        this.from = from;
        this.offenders = offenders;
    }

    @Override
    public BookResult run() {
        long started = System.nanoTime();
        List<String> wrong = jdbc.queryForList(offenders + " LIMIT " + MOST_OFFENDERS, String.class);
        Long checked = jdbc.queryForObject("SELECT COUNT(*) FROM " + from, Long.class);
        return new BookResult(
                name,
                scope,
                wrong.isEmpty(),
                checked == null ? 0 : checked,
                Duration.ofNanos(System.nanoTime() - started).toMillis(),
                wrong);
    }
}
