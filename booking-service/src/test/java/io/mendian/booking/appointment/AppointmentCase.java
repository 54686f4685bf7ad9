package io.mendian.booking.appointment;

import io.mendian.booking.Gym;
import io.mendian.booking.checkin.client.FakeMembers;
import io.mendian.booking.resource.PlanShifts;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A gym whose people and rooms can be booked. */
@MendianTest
abstract class AppointmentCase {

    @Autowired
    PlanShifts planShifts;

    @Autowired
    TransactionTemplate transaction;

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

    boolean somebodyWaitsForTheStore() {
        return gym.count(
                        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE ?",
                        "%FROM resource WHERE store_id = " + gym.store + "%")
                > 0;
    }

    String chosen(SkuId service, Instant at) {
        return gym.appoint(Gym.newMember(), service, at, null)
                .expect(201)
                .json()
                .path("resourceId")
                .asString();
    }

    JsonNode slots(SkuId service, LocalDate day) {
        return gym.as(Gym.newMember())
                .get("/app/v1/appointments/slots?storeId=" + gym.store + "&serviceSkuId=" + service + "&date=" + day)
                .expect(200)
                .json();
    }
}
