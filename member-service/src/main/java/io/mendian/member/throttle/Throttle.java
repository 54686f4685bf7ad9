package io.mendian.member.throttle;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mendian.runtime.persistence.TransactionRetry;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries in buckets. A window begins with its first try; the count is raised before the try is made, so that
 * parallel tries cannot slip through together. A try that turned out well may be given back. Both are committed at once,
 * whatever becomes of the caller's transaction, over connections of their own: callers who each hold one of the service's
 * connections would otherwise wait for each other to have a second one.
 */
@Component
public class Throttle {

    /** A try takes a millisecond. */
    private static final int CONNECTIONS = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final @Nullable HikariDataSource own;

    Throttle(DataSource database, Clock clock) throws SQLException {
        this.own = database.isWrapperFor(HikariDataSource.class)
                ? apartFrom(database.unwrap(HikariDataSource.class))
                : null;
        DataSource used = own == null ? database : own;
        this.jdbc = JdbcClient.create(used);
        this.clock = clock;
        this.alone = new TransactionTemplate(new JdbcTransactionManager(used));
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static HikariDataSource apartFrom(HikariDataSource main) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("throttle");
        config.setJdbcUrl(main.getJdbcUrl());
        config.setUsername(main.getUsername());
        config.setPassword(main.getPassword());
        config.setTransactionIsolation(main.getTransactionIsolation());
        config.setConnectionTimeout(main.getConnectionTimeout());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        // begins without the database, like the service itself
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** At most {@code most} tries in {@code window}. */
    public record Limit(String bucket, long most, Duration window) {}

    /** Takes one try; answers how long to wait, zero when the try may be made. Commits at once. */
    public Duration take(Limit limit) {
        Instant now = clock.instant();
        return TransactionRetry.repeat(() -> alone.execute(status -> {
            jdbc.sql("""
                            INSERT INTO throttle (bucket, began_at, ends_at, taken) VALUES (?, ?, ?, 1)
                            ON DUPLICATE KEY UPDATE
                                taken = IF(ends_at <= VALUES(began_at), 1, taken + 1),
                                began_at = IF(ends_at <= VALUES(began_at), VALUES(began_at), began_at),
                                ends_at = IF(ends_at <= VALUES(began_at), VALUES(ends_at), ends_at)
                            """)
                    .params(limit.bucket, Timestamp.from(now), Timestamp.from(now.plus(limit.window)))
                    .update();
            return jdbc.sql("SELECT taken, ends_at FROM throttle WHERE bucket = ?")
                    .params(limit.bucket)
                    .query((row, n) -> row.getLong(1) <= limit.most
                            ? Duration.ZERO
                            : Duration.between(now, row.getTimestamp(2).toInstant()))
                    .single();
        }));
    }

    /** Gives a try back; commits at once. */
    public void giveBack(Limit limit) {
        TransactionRetry.repeat(() ->
                alone.execute(status -> jdbc.sql("UPDATE throttle SET taken = taken - 1 WHERE bucket = ? AND taken > 0")
                        .params(limit.bucket)
                        .update()));
    }

    /** Forgets buckets whose window is over; at most {@code limit}. */
    public int forgetOld(int limit) {
        return jdbc.sql("DELETE FROM throttle WHERE ends_at < ? ORDER BY ends_at LIMIT ?")
                .params(Timestamp.from(clock.instant()), limit)
                .update();
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }
}
