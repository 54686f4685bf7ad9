package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who leads a long process: whoever is alive, and nobody else for long. */
@MendianTest
class LeaseTest {

    private static final Map<String, Object> BODY = Map.of("amount", 1);

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    private final String key = "lease-" + UUID.randomUUID();
    private Api mine;

    @BeforeEach
    void member() {
        mine = api.as(TestCallers.member(
                        MemberKey.of(ThreadLocalRandom.current().nextLong(1L << 60))))
                .withKey(key);
        SampleController.GATE.drainPermits();
        SampleController.LEADERS.set(0);
    }

    @Test
    void aDeadLeaderIsWaitedForSecondsNotLonger() {
        leaveByADeadLeader();
        mine.post("/app/v1/process", BODY).expectProblem(409, "REQUEST_IN_PROGRESS");
        clock.advance(Duration.ofSeconds(3));
        mine.post("/app/v1/process", BODY).expect(200);
        mine.post("/app/v1/process", BODY).expect(200);
    }

    @Test
    void aLeaseOfAClockThatRanAheadIsNotWaitedFor() {
        leaveByADeadLeader();
        jdbc.update(
                "UPDATE idempotency SET leased_until = ? WHERE request_key = ?",
                Timestamp.from(clock.instant().plus(Duration.ofHours(2))),
                key);
        mine.post("/app/v1/process", BODY).expect(200);
    }

    @RepeatedTest(12)
    void ofManyWhoComeAfterADeadLeaderOneLeads() {
        leaveByADeadLeader("slow");
        clock.advance(Duration.ofSeconds(3));
        CompletableFuture<List<Race.Outcome<Integer>>> all = CompletableFuture.supplyAsync(() ->
                Race.run(16, i -> () -> mine.post("/app/v1/slow", BODY).status()));
        Awaitility.await().until(() -> SampleController.LEADERS.get() > 0);
        mine.post("/app/v1/slow", BODY).expectProblem(409, "REQUEST_IN_PROGRESS");
        SampleController.GATE.release(16);
        assertThat(all.join())
                .extracting(Race.Outcome::value)
                .containsOnly(200, 409)
                .contains(200);
        assertThat(SampleController.LEADERS).hasValue(1);
    }

    @Test
    void aLivingLeaderKeepsItsLease() {
        CompletableFuture<Api.Answer> leader = lead();
        Timestamp first = leasedUntil();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> leasedUntil().after(first));
        mine.post("/app/v1/slow", BODY).expectProblem(409, "REQUEST_IN_PROGRESS");
        SampleController.GATE.release();
        leader.join().expect(200);
        assertThat(SampleController.LEADERS).hasValue(1);
    }

    @Test
    void aLeaderWhoWasOvertakenAnswersWhatTheOtherAnswered() {
        CompletableFuture<Api.Answer> leader = lead();
        jdbc.update("UPDATE idempotency SET status = 200, answer = '{\"id\":\"other\"}' WHERE request_key = ?", key);
        SampleController.GATE.release();
        assertThat(leader.join().expect(200).json().path("id").asString()).isEqualTo("other");
        assertThat(mine.post("/app/v1/slow", BODY).expect(200).json().path("id").asString())
                .isEqualTo("other");
    }

    private CompletableFuture<Api.Answer> lead() {
        CompletableFuture<Api.Answer> leader = CompletableFuture.supplyAsync(() -> mine.post("/app/v1/slow", BODY));
        Awaitility.await().until(() -> SampleController.LEADERS.get() == 1);
        return leader;
    }

    /** What a killed process leaves: a row without an answer whose lease nobody renews. */
    private void leaveByADeadLeader() {
        leaveByADeadLeader("process");
    }

    private void leaveByADeadLeader(String route) {
        SampleController.GATE.release();
        mine.post("/app/v1/" + route, BODY).expect(200);
        SampleController.GATE.drainPermits();
        SampleController.LEADERS.set(0);
        jdbc.update(
                "UPDATE idempotency SET status = NULL, answer = NULL, leased_until = ? WHERE request_key = ?",
                Timestamp.from(clock.instant().plusSeconds(3)),
                key);
    }

    private Timestamp leasedUntil() {
        return jdbc.queryForObject("SELECT leased_until FROM idempotency WHERE request_key = ?", Timestamp.class, key);
    }
}
