package io.mendian.runtime.books;

import io.mendian.runtime.problem.CommonProblem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Answers for the {@link BookLedger}s of a service: sums in 256 buckets, and the rows of some of them. */
public class BookLedgers {

    public static final int BUCKETS = 256;

    /** What one question for rows answers at most: a bucket of a chain with twelve million things. */
    public static final int MOST_ROWS = 50_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, String> rows = new TreeMap<>();

    BookLedgers(DataSource database, List<BookLedger> ledgers) {
        this.jdbc = new NamedParameterJdbcTemplate(new PatientConnections(database));
        ledgers.forEach(ledger -> rows.put(ledger.name(), ledger.rows()));
    }

    /** The things whose id falls into a bucket: how many, the sum of their values, and a mark that any difference changes. */
    public record Bucket(int bucket, long count, long sum, long mark) {}

    /** A thing. */
    public record Row(String id, long value) {}

    public List<Bucket> buckets(String ledger, Instant cut) {
        return jdbc.query(
                """
                SELECT MOD(CRC32(t.id), %d) AS bucket, COUNT(*), COALESCE(SUM(t.value), 0),
                    SUM(CRC32(CONCAT(t.id, ':', t.value)))
                FROM (%s) t GROUP BY bucket ORDER BY bucket
                """.formatted(BUCKETS, require(ledger)),
                Map.of("cut", Timestamp.from(cut)),
                (row, n) -> new Bucket(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** At most {@link #MOST_ROWS}, in the order of their ids; one reading of the ledger, however many buckets. */
    public List<Row> rows(String ledger, List<Integer> buckets, Instant cut) {
        return jdbc.query(
                """
                SELECT CAST(t.id AS CHAR), t.value FROM (%s) t WHERE MOD(CRC32(t.id), %d) IN (:buckets) ORDER BY t.id LIMIT %d
                """.formatted(require(ledger), BUCKETS, MOST_ROWS),
                Map.of("cut", Timestamp.from(cut), "buckets", buckets),
                (row, n) -> new Row(row.getString(1), row.getLong(2)));
    }

    private String require(String ledger) {
        String sql = rows.get(ledger);
        if (sql == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return sql;
    }
}
