package io.mendian.runtime.idempotency;

import io.mendian.runtime.persistence.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of answered and running requests, one per (principal, route, key). */
final class IdempotencyStore {

    static final Duration KEPT = Duration.ofDays(7);
    static final Duration LEASE = Duration.ofSeconds(30);

    /** A stored request: unanswered while {@code status} is null. */
    record Entry(
            long operationId,
            String bodyHash,
            @Nullable Integer status,
            @Nullable String answer,
            Instant leasedUntil) {

        boolean isAnswered() {
            return status != null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the row of a new request; false when it was there already. Waits for a running transaction with the same key. */
    boolean begin(String principal, String route, String key, String bodyHash) {
        try {
            return jdbc.sql("""
                            INSERT INTO idempotency
                                (principal, route, request_key, operation_id, body_hash, leased_until, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                            .params(
                                    principal,
                                    route,
                                    key,
                                    Ids.next(),
                                    bodyHash,
                                    java.sql.Timestamp.from(clock.instant().plus(LEASE)),
                                    java.sql.Timestamp.from(clock.instant()))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<Entry> find(String principal, String route, String key) {
        return jdbc.sql("""
                        SELECT operation_id, body_hash, status, answer, leased_until FROM idempotency
                        WHERE principal = ? AND route = ? AND request_key = ?
                        """)
                .params(principal, route, key)
                .query((row, n) -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3) == null ? null : row.getInt(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    /** Takes over a request whose leader went away; false when somebody else was faster. */
    boolean takeOver(String principal, String route, String key, Entry seen) {
        return jdbc.sql("""
                        UPDATE idempotency SET leased_until = ?
                        WHERE principal = ? AND route = ? AND request_key = ? AND status IS NULL AND leased_until = ?
                        """)
                        .params(
                                java.sql.Timestamp.from(clock.instant().plus(LEASE)),
                                principal,
                                route,
                                key,
                                java.sql.Timestamp.from(seen.leasedUntil()))
                        .update()
                == 1;
    }

    void answer(String principal, String route, String key, int status, String answer) {
        int rows = jdbc.sql("""
                        UPDATE idempotency SET status = ?, answer = ?
                        WHERE principal = ? AND route = ? AND request_key = ?
                        """).params(status, answer, principal, route, key).update();
        if (rows != 1) {
            throw new IllegalStateException("no idempotency row for " + route);
        }
    }

    /** Lets a refused process be tried again at once with the same key. */
    void release(String principal, String route, String key) {
        jdbc.sql("""
                        UPDATE idempotency SET leased_until = ?
                        WHERE principal = ? AND route = ? AND request_key = ? AND status IS NULL
                        """)
                .params(java.sql.Timestamp.from(clock.instant()), principal, route, key)
                .update();
    }

    int forgetOld(int limit) {
        return jdbc.sql("DELETE FROM idempotency WHERE created_at < ? ORDER BY created_at LIMIT " + limit)
                .params(List.of(java.sql.Timestamp.from(clock.instant().minus(KEPT))))
                .update();
    }
}
