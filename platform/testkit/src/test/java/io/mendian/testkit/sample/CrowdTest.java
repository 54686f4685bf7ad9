package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.idempotency.TurnProperties;
import io.mendian.runtime.idempotency.Turns;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A crowd at a route takes its turns, and who waits for his has written nothing. */
@MendianTest
class CrowdTest {

    private static final Map<String, Object> BODY = Map.of("amount", 1);
    private static final int WAITING = 16;

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Turns turns;

    @Autowired
    TurnProperties settings;

    private final String crowd = "crowd-" + UUID.randomUUID();

    @Test
    void soManyLeadAtOnceAndTheOthersWaitInTheLineOfTheirRouteWithoutARow() {
        SampleController.GATE.drainPermits();
        SampleController.LEADERS.set(0);
        Thread usher = Thread.ofVirtual().start(() -> {
            try {
                Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                    assertThat(turns.waiting()).isEqualTo(WAITING);
                    assertThat(SampleController.LEADERS).hasValue(settings.atOnce());
                    assertThat(rows()).isEqualTo(settings.atOnce());
                });
                // a crowd in one line does not hold up the others
                mine(-1).post("/app/v1/process", BODY).expect(200);
            } finally {
                SampleController.GATE.release(settings.atOnce() + WAITING);
            }
        });
        var outcomes = Race.run(settings.atOnce() + WAITING, i -> () -> mine(i).post("/app/v1/slow", BODY));
        usher.interrupt();
        assertThat(outcomes)
                .allSatisfy(one -> assertThat(one.value()).isNotNull())
                .extracting(one -> one.value().status())
                .containsOnly(200);
        assertThat(rows()).as("theirs and the other route's").isEqualTo(settings.atOnce() + WAITING + 1);
        assertThat(turns.waiting()).isZero();
    }

    private long rows() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM idempotency WHERE request_key LIKE '" + crowd + "%'", Long.class);
    }

    private Api mine(int i) {
        return api.as(TestCallers.member(
                        MemberKey.of(ThreadLocalRandom.current().nextLong(1L << 60))))
                .withKey(crowd + i);
    }
}
