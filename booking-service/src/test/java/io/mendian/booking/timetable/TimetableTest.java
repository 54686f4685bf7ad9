package io.mendian.booking.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.booking.checkin.client.FakeMembers;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class TimetableTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    FakeMembers members;

    Gym gym;

    @BeforeEach
    void open() {
        gym = new Gym(api, deliveries, jdbc, clock);
    }

    @Autowired
    GenerateSessions generate;

    @Test
    void sessionsOfTheNextWeeksAreMadeOnce() {
        LocalDate day = gym.soon();
        JsonNode series = gym.asManager()
                .post("/store/v1/class-series", gym.series(gym.service(50), day, 5, Map.of()))
                .expect(201)
                .json();
        assertThat(series.path("sessionsMade").asInt()).isEqualTo(4);
        Race.run(4, i -> () -> generate.generate(6));
        generate.generate(6);
        assertThat(sessions(series)).isEqualTo(6);
        assertThat(gym.classesOn(day.plusWeeks(5))).hasSize(1);
        assertThat(gym.classesOn(day.plusDays(1))).isEmpty();
    }

    @Test
    void aLaterWeekIsMadeWhenItsTimeComes() {
        LocalDate day = gym.soon();
        gym.session(day, 5, Map.of());
        assertThat(gym.classesOn(day.plusWeeks(4))).isEmpty();
        clock.advance(Duration.ofDays(7));
        generate.generate(4);
        assertThat(gym.classesOn(day.plusWeeks(4))).hasSize(1);
    }

    @Test
    void aCoachIsNeverInTwoClassesAtOnce() {
        LocalDate day = gym.soon();
        String coach = gym.person("王教练", Ids.next());
        gym.session(day, 5, Map.of("coachId", coach));
        Map<String, Object> overlapping =
                gym.series(gym.service(50), day, 5, Map.of("coachId", coach, "startTime", "18:45"));
        gym.asManager().post("/store/v1/class-series", overlapping).expectProblem(409, "CLASS_CONFLICT");
        Map<String, Object> touching =
                gym.series(gym.service(50), day, 5, Map.of("coachId", coach, "startTime", "18:50"));
        gym.asManager().post("/store/v1/class-series", touching).expect(201);
        assertThat(gym.classesOn(day)).hasSize(2);
    }

    @Test
    void oneRoomTakesOneOfManySeriesAtOnce() {
        LocalDate day = gym.soon();
        String room = gym.room("一号厅");
        SkuId service = gym.service(50);
        var answers = Race.run(
                6,
                i -> () -> gym.asManager()
                        .post("/store/v1/class-series", gym.series(service, day, 5, Map.of("roomId", room)))
                        .status());
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(1);
        assertThat(gym.classesOn(day)).hasSize(1);
    }

    @Test
    void oneDateMayDiffer() {
        LocalDate day = gym.soon();
        String coach = gym.person("王教练", Ids.next());
        JsonNode series = gym.asManager()
                .post("/store/v1/class-series", gym.series(gym.service(50), day, 5, Map.of("coachId", coach)))
                .json();
        String dates = "/store/v1/class-series/" + series.path("seriesId").asString() + "/dates/";
        gym.asManager()
                .put(dates + day, Map.of("cancelled", false, "startTime", "20:00", "capacity", 3))
                .expect(204);
        gym.asManager().put(dates + day.plusWeeks(1), Map.of("cancelled", true)).expect(204);
        gym.asManager()
                .put(dates + day.plusDays(1), Map.of("cancelled", true))
                .expectProblem(409, "NOT_A_DAY_OF_THE_SERIES");
        JsonNode changed = gym.as(Gym.newMember())
                .get("/app/v1/classes?storeId=" + gym.store + "&date=" + day)
                .json()
                .get(0);
        assertThat(Instant.parse(changed.path("startsAt").asString())).isEqualTo(Gym.at(day, "20:00"));
        assertThat(changed.path("left").asInt()).isEqualTo(3);
        assertThat(gym.classesOn(day.plusWeeks(1))).isEmpty();
        assertThat(gym.classesOn(day.plusWeeks(2))).hasSize(1);
        generate.generate(4);
        assertThat(gym.classesOn(day.plusWeeks(1))).isEmpty();
        gym.book(Gym.newMember(), changed.path("sessionId").asString()).expect(201);
        gym.asManager().put(dates + day, Map.of("cancelled", true)).expectProblem(409, "SESSION_BOOKED");
    }

    @Test
    void allComingDatesChangeTogether() {
        LocalDate day = gym.soon();
        SkuId service = gym.service(50);
        JsonNode series = gym.asManager()
                .post("/store/v1/class-series", gym.series(service, day, 5, Map.of()))
                .json();
        String path = "/store/v1/class-series/" + series.path("seriesId").asString();
        gym.asManager()
                .put(path, gym.series(service, day, 7, Map.of("startTime", "07:30")))
                .expect(200);
        JsonNode moved = gym.as(Gym.newMember())
                .get("/app/v1/classes?storeId=" + gym.store + "&date=" + day.plusWeeks(2))
                .json()
                .get(0);
        assertThat(Instant.parse(moved.path("startsAt").asString())).isEqualTo(Gym.at(day.plusWeeks(2), "07:30"));
        assertThat(moved.path("left").asInt()).isEqualTo(7);
        gym.book(Gym.newMember(), moved.path("sessionId").asString()).expect(201);
        gym.asManager()
                .put(path, gym.series(service, day, 9, Map.of("startTime", "07:30")))
                .expectProblem(409, "SESSION_BOOKED");
        Map<String, Object> renamed = gym.series(service, day, 7, Map.of("startTime", "07:30", "opensDaysBefore", 1));
        gym.asManager().put(path, renamed).expect(200);
        gym.book(Gym.newMember(), moved.path("sessionId").asString()).expectProblem(409, "BOOKING_NOT_OPEN");
        assertThat(sessions(series)).isEqualTo(4);
        Api otherStore = new Gym(api, deliveries, jdbc, clock).asManager();
        for (String id : List.of(series.path("seriesId").asString(), Long.toString(Ids.next()))) {
            otherStore.put("/store/v1/class-series/" + id, renamed).expectProblem(404, "NOT_FOUND");
        }
    }

    @Test
    void anEndedSeriesLeavesNothingBehindItsLastDate() {
        LocalDate day = gym.soon();
        JsonNode series = gym.asManager()
                .post("/store/v1/class-series", gym.series(gym.service(50), day, 5, Map.of()))
                .json();
        String end = "/store/v1/class-series/" + series.path("seriesId").asString() + "/end";
        gym.book(Gym.newMember(), gym.classesOn(day.plusWeeks(1)).getFirst()).expect(201);
        gym.asManager().post(end, Map.of("lastDate", day)).expectProblem(409, "SESSION_BOOKED");
        gym.asManager().post(end, Map.of("lastDate", day.plusWeeks(1))).expect(204);
        assertThat(gym.classesOn(day.plusWeeks(2))).isEmpty();
        generate.generate(8);
        assertThat(sessions(series)).isEqualTo(2);
        Api otherStore = new Gym(api, deliveries, jdbc, clock).asManager();
        otherStore.post(end, Map.of("lastDate", day)).expectProblem(404, "NOT_FOUND");
        otherStore
                .post("/store/v1/class-series/" + Ids.next() + "/end", Map.of("lastDate", day))
                .expectProblem(404, "NOT_FOUND");
    }

    private long sessions(JsonNode series) {
        return gym.count(
                "SELECT COUNT(*) FROM class_session WHERE series_id = ?",
                series.path("seriesId").asString());
    }
}
