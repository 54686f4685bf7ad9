package io.mendian.bench.inside;

import java.util.Arrays;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How one would post plainly: a guarded update of the balance and a record of it, in one transaction, with an event or without. */
final class PlainPostings {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PlainPostings(ConfigurableApplicationContext context, TransactionTemplate transaction, long[] accounts) {
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.transaction = transaction;
        drop();
        jdbc.execute("CREATE TABLE bench_account (id BIGINT PRIMARY KEY, minor BIGINT NOT NULL)");
        jdbc.execute("CREATE TABLE bench_entry (id BIGINT AUTO_INCREMENT PRIMARY KEY, account BIGINT NOT NULL,"
                + " minor BIGINT NOT NULL, cause_id VARCHAR(96) NOT NULL, UNIQUE KEY bench_once (account, cause_id))");
        jdbc.batchUpdate(
                "INSERT INTO bench_account (id, minor) VALUES (?, 0)",
                Arrays.stream(accounts).mapToObj(id -> new Object[] {id}).toList());
    }

    void post(long account, long minor, String cause) {
        transaction.executeWithoutResult(status -> move(account, minor, cause));
    }

    /** And an event of it, as long as ours and numbered as ours are, put together by hand. */
    void postAndTell(long account, long minor, String cause) {
        transaction.executeWithoutResult(status -> {
            move(account, minor, cause);
            String key = Long.toString(account);
            int numbered = jdbc.update("""
                    INSERT INTO outbox_sequence (topic, msg_key, last_seq) VALUES ('mendian.bench.posting', ?, 1)
                    ON DUPLICATE KEY UPDATE last_seq = last_seq + 1
                    """, key);
            int told = jdbc.update("""
                    INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                    SELECT UUID(), topic, msg_key, last_seq, 'bench.posting.v1', '', UTC_TIMESTAMP(6), ?
                    FROM outbox_sequence WHERE topic = 'mendian.bench.posting' AND msg_key = ?
                    """, payload(account, minor, cause), key);
            if (numbered < 1 || told != 1) {
                throw new IllegalStateException("a plain event failed");
            }
        });
    }

    private static String payload(long account, long minor, String cause) {
        return "{\"memberKey\":\"" + account + "\",\"principalMinor\":" + minor
                + ",\"bonusMinor\":10,\"afterPrincipalMinor\":"
                + minor + ",\"afterBonusMinor\":10,\"currency\":\"CNY\",\"causeType\":\"BENCH\",\"causeId\":\"" + cause
                + "\",\"at\":\"2026-01-01T00:00:00.000000Z\"}";
    }

    private void move(long account, long minor, String cause) {
        int moved = jdbc.update(
                "UPDATE bench_account SET minor = minor + ? WHERE id = ? AND minor + ? >= 0", minor, account, minor);
        int told = jdbc.update(
                "INSERT INTO bench_entry (account, minor, cause_id) VALUES (?, ?, ?)", account, minor, cause);
        if (moved + told != 2) {
            throw new IllegalStateException("a plain posting failed");
        }
    }

    void drop() {
        jdbc.execute("DROP TABLE IF EXISTS bench_account");
        jdbc.execute("DROP TABLE IF EXISTS bench_entry");
    }
}
