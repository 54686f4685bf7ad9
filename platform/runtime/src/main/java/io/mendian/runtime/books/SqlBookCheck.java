package io.mendian.runtime.books;

import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** An {@link Invariant} as a bean of its own, for a feature that has one or two. */
public final class SqlBookCheck implements BookCheck {

    private final BookReader reader;
    private final Invariant invariant;

    public SqlBookCheck(JdbcTemplate jdbc, String name, String scope, String counted, String offenders) {
        this(
                new BookReader(Objects.requireNonNull(jdbc.getDataSource())),
                new Invariant(name, scope, counted, offenders));
    }

    private SqlBookCheck(BookReader reader, Invariant invariant) {
        this.reader = reader;
        this.invariant = invariant;
    }

    /** The second column of the offenders names what the nightly run puts on hold. */
    public SqlBookCheck about(String kind) {
        return new SqlBookCheck(reader, invariant.about(kind));
    }

    @Override
    public BookResult run() {
        return find().result();
    }

    @Override
    public Finding find() {
        return SqlBooks.find(reader.now(), invariant, Map.of());
    }

    @Override
    public boolean isAbout(String subjectKind) {
        return subjectKind.equals(invariant.subjectKind());
    }
}
