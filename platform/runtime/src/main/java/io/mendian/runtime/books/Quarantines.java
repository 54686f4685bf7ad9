package io.mendian.runtime.books;

import io.mendian.runtime.problem.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts on hold. The question whether one is costs no statement: an instance keeps the few open rows and reads
 * them again every five seconds, so a hold put by another instance bites within that time.
 */
public class Quarantines {

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Set<String> open = Set.of();

    Quarantines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Throws the feature's own problem, which tells a cashier what to do. */
    public void refuse(String kind, Object subjectId, Problem problem, Object... facts) {
        if (isOnHold(kind, subjectId)) {
            throw problem.with(facts);
        }
    }

    public boolean isOnHold(String kind, Object subjectId) {
        Set<String> held = open;
        return !held.isEmpty() && held.contains(key(kind, subjectId.toString()));
    }

    /** False when it is on hold already. */
    boolean put(String kind, String subjectId, String reason, String by) {
        int rows = jdbc.sql("""
                        INSERT IGNORE INTO quarantine (subject_kind, subject_id, reason, put_by, put_at, open_mark)
                        VALUES (?, ?, ?, ?, ?, 1)
                        """)
                .params(kind, subjectId, reason, by, Timestamp.from(clock.instant()))
                .update();
        refreshAfterCommit();
        return rows == 1;
    }

    /** False when it is not on hold. */
    boolean lift(long id, String by, String reason, @Nullable String rebuilt) {
        int rows = jdbc.sql("""
                        UPDATE quarantine SET open_mark = NULL, lifted_at = ?, lifted_by = ?, lift_reason = ?, rebuilt = ?
                        WHERE id = ? AND open_mark = 1
                        """)
                .params(Arrays.asList(Timestamp.from(clock.instant()), by, reason, rebuilt, id))
                .update();
        refreshAfterCommit();
        return rows == 1;
    }

    private void refreshAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            refresh();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    /** Reads the open rows again. */
    void refresh() {
        open = Set.copyOf(new HashSet<>(jdbc.sql("SELECT subject_kind, subject_id FROM quarantine WHERE open_mark = 1")
                .query((row, n) -> key(row.getString(1), row.getString(2)))
                .list()));
    }

    private static String key(String kind, String subjectId) {
        return kind + ":" + subjectId;
    }

    /** The newest first, older than {@code cursor}. */
    List<Quarantine> list(boolean onHold, @Nullable Long cursor, int limit) {
        return jdbc.sql("""
                        SELECT id, subject_kind, subject_id, reason, put_by, put_at, lifted_at, lifted_by, lift_reason, rebuilt
                        FROM quarantine WHERE open_mark IS %s AND id < ? ORDER BY id DESC LIMIT ?
                        """.formatted(onHold ? "NOT NULL" : "NULL"))
                .params(cursor == null ? Long.MAX_VALUE : cursor, limit)
                .query((row, n) -> new Quarantine(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant(),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)))
                .list();
    }
}
