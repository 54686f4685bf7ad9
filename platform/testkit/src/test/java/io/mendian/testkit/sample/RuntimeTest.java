package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.RouteMatrix;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class RuntimeTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RouteMatrix routes;

    private final MemberKey member = MemberKey.of(ThreadLocalRandom.current().nextLong(1L << 60));

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-12345");
        Api.Answer first = mine.post("/app/v1/add", Map.of("amount", 7)).expect(201);
        Api.Answer second = mine.post("/app/v1/add", Map.of("amount", 7)).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.json().path("member").asString()).isEqualTo(member.text());
        assertThat(total()).isEqualTo(7);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-12345");
        mine.post("/app/v1/add", Map.of("amount", 7)).expect(201);
        mine.post("/app/v1/add", Map.of("amount", 8)).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void parallelRepeatsHaveOneEffect() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-parallel");
        Race.run(16, i -> () -> mine.post("/app/v1/add", Map.of("amount", 3)).status());
        assertThat(total()).isEqualTo(3);
    }

    @Test
    void aProcessKeepsItsOperationIdOverRetries() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-process");
        String id =
                mine.post("/app/v1/process", Map.of("amount", 1)).expect(200).body();
        assertThat(mine.post("/app/v1/process", Map.of("amount", 1)).expect(200).body())
                .isEqualTo(id);
    }

    @Test
    void aProcessThatFailedMayBeTriedAgainAtOnceWithItsKey() {
        Api mine = api.as(TestCallers.member(member)).withKey("key-failing");
        mine.post("/app/v1/failing-once", Map.of("amount", 1)).expect(500);
        mine.post("/app/v1/failing-once", Map.of("amount", 1)).expect(200);
    }

    @Test
    void eventsOfOneKeyArriveInTheOrderOfTheirCommits() {
        for (int i = 0; i < 20; i++) {
            api.as(TestCallers.member(member))
                    .post("/app/v1/add", Map.of("amount", 1))
                    .expect(201);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> seen(member.text()).size() == 20);
        assertThat(seen(member.text()).stream().map(Event::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void anEventDeliveredInParallelIsHandledOnce() {
        long id = ThreadLocalRandom.current().nextLong(1L << 60);
        deliveries.deliverInParallel(cancelled(id), 8);
        assertThat(seen(Long.toString(id))).hasSizeGreaterThanOrEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM inbox WHERE consumer = 'testkit-sample' AND event_id = ?",
                        Long.class,
                        seen(Long.toString(id)).getFirst().id()))
                .isEqualTo(1);
    }

    @Test
    void aPoisonEventParksItsKeyAndOthersGoOn() {
        long poisoned = ThreadLocalRandom.current().nextLong(1L << 60);
        long healthy = poisoned + 1;
        SampleController.Listener.poison = Long.toString(poisoned);
        deliveries.deliver(cancelled(poisoned));
        SampleController.Listener.poison = "";
        deliveries.deliver(cancelled(poisoned));
        deliveries.deliver(cancelled(healthy));
        assertThat(openAlarms("mendian.order:" + poisoned)).isEqualTo(1);
        assertThat(seen(Long.toString(poisoned))).isEmpty();
        assertThat(seen(Long.toString(healthy))).hasSize(1);
        long first = jdbc.queryForObject(
                "SELECT MIN(id) FROM dead_letter WHERE msg_key = ?", Long.class, Long.toString(poisoned));
        api.as(TestCallers.headquarters())
                .post("/hq/v1/operations/testkit-sample/dead-letters/" + first + "/retry", Map.of())
                .expect(204);
        assertThat(seen(Long.toString(poisoned))).hasSize(2);
        assertThat(openAlarms("mendian.order:" + poisoned)).isZero();
    }

    @Test
    void anEventThatNobodyCanReadIsGivenUpAndItsKeyGoesOn() {
        long id = ThreadLocalRandom.current().nextLong(1L << 60);
        SampleController.Listener.poison = Long.toString(id);
        IncomingEvent hopeless = deliveries.deliver(cancelled(id));
        SampleController.Listener.poison = "";
        deliveries.deliver(cancelled(id));
        long first =
                jdbc.queryForObject("SELECT MIN(id) FROM dead_letter WHERE msg_key = ?", Long.class, Long.toString(id));
        String route = "/hq/v1/operations/testkit-sample/dead-letters/" + first + "/give-up";
        Map<String, String> reason = Map.of("reason", "no JSON");
        api.as(TestCallers.headquarters()).post(route, reason).expect(204);
        assertThat(seen(Long.toString(id))).hasSize(1);
        assertThat(openAlarms("mendian.order:" + id)).isZero();
        // a later delivery of what was given up changes nothing, and it cannot be given up twice
        deliveries.again(hopeless);
        assertThat(seen(Long.toString(id))).hasSize(1);
        assertThat(openAlarms("mendian.order:" + id)).isZero();
        api.as(TestCallers.headquarters()).post(route, reason).expect(404);
    }

    @Test
    void aGuardThatFailsEachTimeParksItsKeyInsteadOfHoldingUpAllOthers() {
        long stale = ThreadLocalRandom.current().nextLong(1L << 60);
        SampleController.Listener.stale = Long.toString(stale);
        deliveries.deliver(cancelled(stale));
        SampleController.Listener.stale = "";
        assertThat(openAlarms("mendian.order:" + stale)).isEqualTo(1);
        deliveries.deliver(cancelled(stale + 1));
        assertThat(seen(Long.toString(stale + 1))).hasSize(1);
    }

    private long openAlarms(String subject) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM alarm WHERE kind = 'DEAD_LETTER' AND subject = ? AND open_mark = 1",
                Long.class,
                subject);
    }

    @Test
    void aWrongFieldIsNamed() {
        Api.Answer answer = api.as(TestCallers.member(member))
                .with("Accept-Language", "en")
                .post("/app/v1/add", Map.of("amount", -1))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(answer.json().path("fields").get(0).path("field").asString()).isEqualTo("amount");
        assertThat(api.as(TestCallers.member(member))
                        .post("/app/v1/add", "{\"amount\": 1.5}")
                        .expect(400)
                        .body())
                .contains("amount");
    }

    @Test
    void everyRouteIsDeniedUnlessAllowed() {
        assertThat(routes.check()).isPositive();
    }

    private static OrderCancelled cancelled(long id) {
        return new OrderCancelled(OrderId.of(id), StoreId.of(1), null, "TEST", Instant.EPOCH);
    }

    private static List<Event<OrderCancelled>> seen(String key) {
        return SampleController.Listener.SEEN.stream()
                .filter(event -> event.key().equals(key))
                .toList();
    }

    private long total() {
        return jdbc.queryForObject("SELECT total FROM sample WHERE member_key = ?", Long.class, member.value());
    }
}
