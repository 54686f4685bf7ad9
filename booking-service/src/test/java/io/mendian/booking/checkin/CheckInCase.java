package io.mendian.booking.checkin;

import io.mendian.booking.Gym;
import io.mendian.booking.checkin.client.FakeMembers;
import io.mendian.kernel.MemberKey;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A gym, a member with a card, and the scans at its door. */
@MendianTest
abstract class CheckInCase {

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
    CheckIn checkIn;

    final MemberKey member = Gym.newMember();

    String classSoon(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.remove("capacity");
        return gym.session(gym.soon(), more.containsKey("capacity") ? (int) more.get("capacity") : 5, all);
    }

    void comeTo(String session) {
        Instant startsAt = jdbc.queryForObject(
                        "SELECT starts_at FROM class_session WHERE id = ?", java.sql.Timestamp.class, session)
                .toInstant();
        clock.advanceTo(startsAt.minusSeconds(1200));
    }

    Api.Answer scan(Map<String, Object> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("memberCode", members.codeOf(member));
        return gym.asManager().post("/store/v1/check-ins", body);
    }

    String state(String booking) {
        return jdbc.queryForObject("SELECT state FROM booking WHERE id = ?", String.class, booking);
    }
}
