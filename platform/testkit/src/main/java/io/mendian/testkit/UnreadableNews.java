package io.mendian.testkit;

import io.mendian.contracts.DomainEvent;
import io.mendian.runtime.event.IncomingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** News that reached the service under test so that nobody can read it, is parked, and is given up by headquarters. */
public final class UnreadableNews {

    private static final Map<String, String> REASON = Map.of("reason", "no JSON");
    private static final int MOST_LOOKS = 400;

    /** The server brings its table of transactions up to date only when nobody has read it for a tenth of a second. */
    private static final long LOOK_AGAIN_NANOS = 150_000_000;

    private final Api api;
    private final JdbcTemplate jdbc;
    private final IncomingEvent sent;
    private final String giveUp;

    private UnreadableNews(Api api, JdbcTemplate jdbc, IncomingEvent sent, String giveUp) {
        this.api = api;
        this.jdbc = jdbc;
        this.sent = sent;
        this.giveUp = giveUp;
    }

    /** Delivers it. */
    public static UnreadableNews of(
            DomainEvent news, String service, Api api, Deliveries deliveries, JdbcTemplate jdbc) {
        IncomingEvent sent = deliveries.incoming(news);
        deliveries.again(new IncomingEvent(
                sent.id(), sent.topic(), sent.key(), sent.sequence(), sent.type(), sent.time(), "no JSON"));
        Long id = jdbc.queryForObject("SELECT id FROM dead_letter WHERE event_id = ?", Long.class, sent.id());
        return new UnreadableNews(api, jdbc, sent, "/hq/v1/operations/" + service + "/dead-letters/" + id + "/give-up");
    }

    /** The same delivery as it should have come. */
    public IncomingEvent readable() {
        return sent;
    }

    /** The status that headquarters is answered with. */
    public int giveUp() {
        return api.as(TestCallers.headquarters()).post(giveUp, REASON).status();
    }

    /**
     * Given up so many times at once: all have seen the parked event and wait for its row before the first of them gets it.
     * The statuses, in their order.
     */
    public List<Integer> giveUpAtOnce(int times, PlatformTransactionManager transactions) {
        List<Race.Outcome<Integer>> outcomes = new ArrayList<>();
        Thread[] crowd = new Thread[1];
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.queryForList("SELECT id FROM dead_letter WHERE event_id = ? FOR UPDATE", sent.id());
            crowd[0] = Thread.ofVirtual().start(() -> outcomes.addAll(Race.run(times, i -> this::giveUp)));
            for (int looks = 0; waiting() < times && looks < MOST_LOOKS; looks++) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        });
        try {
            crowd[0].join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return outcomes.stream()
                .map(outcome -> Objects.requireNonNull(outcome.value()))
                .sorted()
                .toList();
    }

    private long waiting() {
        Long waiting = jdbc.queryForObject("""
                        SELECT COUNT(*) FROM information_schema.innodb_trx t
                        JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
                        WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE() AND t.trx_query LIKE '%dead_letter%'
                        """, Long.class);
        return waiting == null ? 0 : waiting;
    }
}
