package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.books.NightlyBooks;
import io.mendian.runtime.books.Quarantines;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The books run by themselves: an alarm and a hold for what is wrong, and the way to put it right. */
@MendianTest
class NightlyBooksTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String HQ = "/hq/v1/quarantine/testkit-sample";

    @Autowired
    NightlyBooks nightly;

    @Autowired
    Quarantines quarantines;

    @Autowired
    MovableClock clock;

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    private final String account = Long.toString(ThreadLocalRandom.current().nextLong(1L << 60));

    @Test
    void aWrongAccountIsAlarmedPutOnHoldAndReleasedOnceItIsRight() {
        jdbc.update("INSERT INTO sample (member_key, total) VALUES (?, -5)", account);
        jdbc.update("INSERT INTO sample (member_key, total) VALUES (?, 5)", Long.parseLong(account) + 1);
        runTomorrow();
        assertThat(quarantines.isOnHold("SAMPLE", account)).isTrue();
        assertThat(quarantines.isOnHold("SAMPLE", Long.parseLong(account) + 1)).isFalse();
        assertThat(alarmIsOpen()).isTrue();
        String lift = HQ + "/" + held().path("id").asString() + "/lift";
        hq().post(lift, Map.of("reason", "looked at it")).expectProblem(409, "STILL_WRONG");
        assertThat(hq().post(lift, Map.of("reason", "made again", "rebuild", true))
                        .expect(200)
                        .json()
                        .path("rebuilt")
                        .asString())
                .isEqualTo("total -5 → 0");
        assertThat(quarantines.isOnHold("SAMPLE", account)).isFalse();
        hq().post(lift, Map.of("reason", "made again")).expect(404);
        runTomorrow();
        assertThat(alarmIsOpen()).isFalse();
    }

    @Test
    void oneInstanceRunsOnceADayAfterTheHour() {
        toTomorrow(3);
        assertThat(nightly.runWhenDue()).isFalse();
        clock.advance(Duration.ofMinutes(70));
        List<Race.Outcome<Boolean>> runs = Race.run(4, i -> nightly::runWhenDue);
        assertThat(runs.stream().filter(run -> run.value())).hasSize(1);
        assertThat(nightly.runWhenDue()).isFalse();
    }

    @Test
    void aRunWhoseProcessDiedIsTakenOverAfterAnHour() {
        toTomorrow(4);
        assertThat(nightly.runWhenDue()).isTrue();
        jdbc.update("UPDATE books_run SET ended_at = NULL ORDER BY day DESC LIMIT 1");
        assertThat(nightly.runWhenDue()).isFalse();
        clock.advance(Duration.ofMinutes(61));
        assertThat(nightly.runWhenDue()).isTrue();
    }

    @Test
    void headquartersPutsAnAccountOnHoldByHand() {
        Map<String, Object> body = Map.of("subjectKind", "SAMPLE", "subjectId", account, "reason", "odd");
        hq().post(HQ, body).expect(204);
        hq().post(HQ, body).expectProblem(409, "ALREADY_ON_HOLD");
        hq().post(HQ, Map.of("subjectKind", "MOON", "subjectId", "1", "reason", "odd"))
                .expectProblem(400, "KIND_UNKNOWN");
        assertThat(quarantines.isOnHold("SAMPLE", account)).isTrue();
        hq().post(HQ + "/" + held().path("id").asString() + "/lift", Map.of("reason", "it was fine"))
                .expect(200);
        assertThat(quarantines.isOnHold("SAMPLE", account)).isFalse();
    }

    private void runTomorrow() {
        toTomorrow(4);
        assertThat(nightly.runWhenDue()).isTrue();
    }

    private void toTomorrow(int hour) {
        clock.advanceTo(clock.instant()
                .atZone(ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(hour, 5)
                .atZone(ZONE)
                .toInstant());
    }

    private boolean alarmIsOpen() {
        return !jdbc.queryForList("SELECT id FROM alarm WHERE kind = 'BOOKS' AND subject LIKE 'S1 %' AND open_mark = 1")
                .isEmpty();
    }

    private JsonNode held() {
        return hq().get(HQ)
                .expect(200)
                .json()
                .valueStream()
                .filter(one -> one.path("subjectId").asString().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Api hq() {
        return api.as(TestCallers.headquarters());
    }
}
