package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class AlarmTest {

    @Autowired
    Alarms alarms;

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void oneAlarmPerSubjectIsOpenHoweverManyRaiseIt() {
        Race.run(8, i -> () -> {
            alarms.raise("RACE", subject, Map.of("left", i));
            return true;
        });
        assertThat(rows()).isEqualTo(1);
        alarms.clear("RACE", subject);
        alarms.clear("RACE", subject);
        alarms.raise("RACE", subject, Map.of("left", 9));
        assertThat(rows()).isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM alarm WHERE subject = ? AND open_mark = 1", Long.class, subject))
                .isEqualTo(1);
    }

    @Test
    void headquartersReadsAnAlarmAndSaysHowItWasDealtWith() {
        alarms.raise("LACKING", subject, Map.of("leftMinor", 310));
        JsonNode found = mine("/hq/v1/alarms/testkit-sample");
        assertThat(found.path("facts").path("leftMinor").asLong()).isEqualTo(310);
        Api hq = api.as(TestCallers.headquarters());
        String clear = "/hq/v1/alarms/testkit-sample/" + found.path("id").asString() + "/clear";
        hq.post(clear, Map.of("reason", "")).expect(400);
        hq.post(clear, Map.of("reason", "counted again")).expect(204);
        hq.post(clear, Map.of("reason", "counted again")).expect(404);
        assertThat(mine("/hq/v1/alarms/testkit-sample?open=false")
                        .path("clearedReason")
                        .asString())
                .isEqualTo("counted again");
    }

    @Test
    void aLongListOfFactsIsCut() {
        alarms.raise("LONG", subject, Map.of("rows", List.of("x".repeat(5000))));
        assertThat(rows()).isEqualTo(1);
    }

    private JsonNode mine(String path) {
        return api.as(TestCallers.headquarters())
                .get(path)
                .expect(200)
                .json()
                .path("alarms")
                .valueStream()
                .filter(alarm -> alarm.path("subject").asString().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private long rows() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM alarm WHERE subject = ?", Long.class, subject);
    }
}
