package io.mendian.booking.books;

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
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class BooksTest {

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

    @Test
    void theBooksBalanceAfterADaysWorkAndNameWhatIsWrong() {
        LocalDate day = gym.soon();
        String coach = gym.person("王教练", Ids.next());
        String session = gym.session(day, 5, Map.of("coachId", coach));
        gym.book(Gym.newMember(), session).expect(201);
        SkuId massage = gym.service(52);
        String booking = gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:00"), coach)
                .expect(201)
                .json()
                .path("bookingId")
                .asString();
        JsonNode report = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/booking")
                .expect(200)
                .json();
        assertThat(report.path("checks")
                        .valueStream()
                        .filter(check -> check.path("name").asString().startsWith("I17"))
                        .map(check -> check.path("balanced").asString()))
                .containsExactly("true", "true", "true", "true");
        jdbc.update("UPDATE class_session SET occupied = 2 WHERE id = ?", session);
        assertThat(offenders()).contains(session + " occupied 2 booked 1 of 5");
        jdbc.update("UPDATE class_session SET occupied = 1 WHERE id = ?", session);
        jdbc.update(
                "UPDATE allocation SET from_at = ?, to_at = ? WHERE owner_id = ?",
                java.sql.Timestamp.from(Gym.at(day, "18:10")),
                java.sql.Timestamp.from(Gym.at(day, "19:02")),
                booking);
        assertThat(offenders()).contains("and " + booking, booking + " took nobody");
        jdbc.update(
                "UPDATE allocation SET from_at = ?, to_at = ? WHERE owner_id = ?",
                java.sql.Timestamp.from(Gym.at(day, "10:00")),
                java.sql.Timestamp.from(Gym.at(day, "10:52")),
                booking);
        jdbc.update("UPDATE booking SET cancelled = id, state = 'CANCELLED' WHERE id = ?", booking);
        assertThat(offenders()).contains(booking + " took without a booking");
        jdbc.update("UPDATE booking SET cancelled = 0, state = 'BOOKED' WHERE id = ?", booking);
        assertThat(offenders()).doesNotContain("\"balanced\":false");
    }

    private String offenders() {
        return api.as(io.mendian.runtime.security.Caller.machine("analytics-service"))
                .get("/internal/v1/books")
                .expect(200)
                .json()
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString().startsWith("I17"))
                .toList()
                .toString();
    }
}
