package io.mendian.runtime.idempotency;

import io.mendian.runtime.persistence.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of answered and running requests, one per (principal, route, key). */
final class IdempotencyStore {

    static final Duration KEPT = Duration.ofDays(7);

    /** Who asked for what under which key: one row. */
    record Request(String principal, String route, String key, String bodyHash) {}

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
    boolean begin(Request request) {
        try {
            return jdbc.sql("""
                            INSERT INTO idempotency
                                (principal, route, request_key, operation_id, body_hash, leased_until, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                            .params(
                                    request.principal(),
                                    request.route(),
                                    request.key(),
                                    Ids.next(),
                                    request.bodyHash(),
                                    Timestamp.from(leaseFromNow()),
                                    Timestamp.from(clock.instant()))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<Entry> find(Request request) {
        return jdbc.sql("""
                        SELECT operation_id, body_hash, status, answer, leased_until FROM idempotency
                        WHERE principal = ? AND route = ? AND request_key = ?
                        """)
                .params(request.principal(), request.route(), request.key())
                .query((row, n) -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3) == null ? null : row.getInt(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    /** Moves the end of a lease that still ends at {@code seen}; the new end, or nothing when somebody else was faster. */
    Optional<Instant> renew(Request request, Instant seen) {
        Instant until = leaseFromNow();
        return moveLease(request, seen, until) ? Optional.of(until) : Optional.empty();
    }

    /** Lets a process that failed be tried again at once with the same key, unless another try leads it. */
    void release(Request request, Instant seen) {
        boolean ignored = moveLease(request, seen, micros(clock.instant()));
    }

    private boolean moveLease(Request request, Instant seen, Instant until) {
        return jdbc.sql("""
                        UPDATE idempotency SET leased_until = ?
                        WHERE principal = ? AND route = ? AND request_key = ? AND status IS NULL AND leased_until = ?
                        """)
                        .params(
                                Timestamp.from(until),
                                request.principal(),
                                request.route(),
                                request.key(),
                                Timestamp.from(seen))
                        .update()
                == 1;
    }

    /** Keeps the first answer; false when there is one already. */
    boolean answer(Request request, int status, String answer) {
        return jdbc.sql("""
                        UPDATE idempotency SET status = ?, answer = ?
                        WHERE principal = ? AND route = ? AND request_key = ? AND status IS NULL
                        """)
                        .params(status, answer, request.principal(), request.route(), request.key())
                        .update()
                == 1;
    }

    int forgetOld(int limit) {
        return jdbc.sql("DELETE FROM idempotency WHERE created_at < ? ORDER BY created_at LIMIT " + limit)
                .params(List.of(Timestamp.from(clock.instant().minus(KEPT))))
                .update();
    }

    private Instant leaseFromNow() {
        return micros(clock.instant().plus(Leases.LENGTH));
    }

    /** As the row will say it: a lease is recognized by its end. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
