package io.mendian.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Strangers;
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Another store's and another member's objects answer like those that do not exist. */
@MendianTest
class StrangerTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Strangers strangers;

    private final StoreId elsewhere = StoreId.of(Ids.next());
    private final Caller manager = TestCallers.clerk(
            8, elsewhere, Right.BOOKING_READ, Right.BOOKING_WRITE, Right.BOOKING_RULES, Right.ORDERS_SELL);
    private final Caller region = new Caller(Realm.HQ, "8", null, false, Set.of(elsewhere), EnumSet.allOf(Right.class));
    private final Caller member = TestCallers.member(Gym.newMember());

    private Map<String, Object> person;
    private Map<String, Object> series;
    private LocalDate day;
    private Map<String, String> ids;

    @BeforeEach
    void aGymWithAPersonAClassAndABooking() {
        Gym gym = new Gym(api, deliveries, jdbc, clock);
        day = gym.soon();
        SkuId spinning = gym.service(50);
        long staff = Ids.next();
        String coach = gym.person("王教练", staff);
        person = Map.of("kind", "STAFF", "name", "王教练", "staffId", Long.toString(staff));
        series = gym.series(spinning, day, 5, Map.of("coachId", coach));
        String seriesId = idOf(gym.asManager().post("/store/v1/class-series", series), "seriesId");
        String session = gym.classesOn(day).getFirst();
        Map<String, Object> training = Map.of(
                "from", Gym.at(day.plusDays(1), "09:00"), "to", Gym.at(day.plusDays(1), "12:00"), "reason", "培训");
        String leave = idOf(gym.asManager().post("/store/v1/resources/" + coach + "/leave", training), "leaveId");
        String booking = idOf(gym.book(Gym.newMember(), session), "bookingId");
        ids = Map.of(
                "storeId", gym.store.text(),
                "resourceId", coach,
                "seriesId", seriesId,
                "sessionId", session,
                "leaveId", leave,
                "bookingId", booking,
                "day", day.toString());
    }

    @Test
    void aStrangersObjectAnswersLikeAMissingOne() {
        Map<String, Object> rest = Map.of("from", Gym.at(day, "09:00"), "to", Gym.at(day, "10:00"), "reason", "休息");
        both("PUT", "/resources/{resourceId}", person);
        both("PUT", "/resources/{resourceId}/shifts", Map.of("week", Map.of()));
        both("PUT", "/resources/{resourceId}/shifts/{day}", Map.of("hours", List.of()));
        both("POST", "/resources/{resourceId}/leave", rest);
        both("DELETE", "/resources/{resourceId}/leave/{leaveId}", null);
        both("PUT", "/class-series/{seriesId}", series);
        both("PUT", "/class-series/{seriesId}/dates/{day}", Map.of("cancelled", false, "capacity", 4));
        both("POST", "/class-series/{seriesId}/end", Map.of("lastDate", day));
        both("POST", "/class-sessions/{sessionId}/cancel", Map.of("reason", "停电"));
        headquarters("GET", "/resources", null);
        headquarters("POST", "/resources", person);
        headquarters("GET", "/class-series", null);
        headquarters("POST", "/class-series", series);
        strangers
                .tries("DELETE /store/v1/bookings/{bookingId}", manager, ids)
                .tries("GET /app/v1/bookings/{bookingId}", member, ids)
                .tries("DELETE /app/v1/bookings/{bookingId}", member, ids)
                .open("GET /app/v1/class-sessions/{sessionId}", "the timetable is for every member")
                .open("POST /app/v1/class-sessions/{sessionId}/bookings", "every member may book a class")
                .open("GET /hq/v1/services/{skuId}/booking-rule", "a rule of the whole chain")
                .open("PUT /hq/v1/services/{skuId}/booking-rule", "a rule of the whole chain");
        assertThat(strangers.check()).isGreaterThan(20);
    }

    private void both(String method, String path, Object body) {
        strangers.tries(method + " /store/v1" + path, manager, ids, body);
        headquarters(method, path, body);
    }

    private void headquarters(String method, String path, Object body) {
        strangers.tries(method + " /hq/v1/stores/{storeId}" + path, region, ids, body);
    }

    private static String idOf(Api.Answer answer, String name) {
        return answer.expect(201).json().path(name).asString();
    }
}
