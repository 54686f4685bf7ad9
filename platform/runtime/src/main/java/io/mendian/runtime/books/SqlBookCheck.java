package io.mendian.runtime.books;

import org.springframework.jdbc.core.JdbcTemplate;

/** An {@link Invariant} as a bean of its own, for a feature that has one or two. */
public final class SqlBookCheck implements BookCheck {

    private final JdbcTemplate jdbc;
    private final Invariant invariant;

    public SqlBookCheck(JdbcTemplate jdbc, String name, String scope, String counted, String offenders) {
        this.jdbc = jdbc;
        this.invariant = new Invariant(name, scope, counted, offenders);
    }

    @Override
    public BookResult run() {
        return SqlBooks.run(jdbc, invariant, java.util.Map.of());
    }
}
