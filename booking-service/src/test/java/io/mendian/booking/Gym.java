package io.mendian.booking;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.TestCallers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store of a test's own with services, people and rooms of its own. */
public final class Gym {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public final StoreId store = StoreId.of(Ids.next());
    private final Api api;
    private final Deliveries deliveries;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    public Gym(Api api, Deliveries deliveries, JdbcTemplate jdbc, Clock clock) {
        this.api = api;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
        this.clock = clock;
        deliveries.deliver(new StoreOpened(
                store, "G" + store, "滨江店", "GYM", ZONE.getId(), LocalTime.MIDNIGHT, null, Instant.EPOCH));
    }

    public Api asManager() {
        return api.as(TestCallers.clerk(
                9, store, Right.BOOKING_READ, Right.BOOKING_WRITE, Right.BOOKING_RULES, Right.ORDERS_SELL));
    }

    public Api as(MemberKey member) {
        return api.as(TestCallers.member(member));
    }

    public static MemberKey newMember() {
        return MemberKey.of(Ids.next());
    }

    public SkuId service(int minutes) {
        SkuId sku = SkuId.of(Ids.next());
        deliveries.deliver(published(sku, 1, minutes, "SERVICE", "推拿"));
        return sku;
    }

    public static SkuPublished published(SkuId sku, long version, int minutes, String kind, String name) {
        return new SkuPublished(
                sku,
                version,
                "C" + sku,
                List.of(),
                kind,
                name,
                "服务",
                "次",
                19800,
                "CNY",
                minutes,
                null,
                true,
                Instant.EPOCH);
    }

    public void rule(SkuId service, boolean needsPlace, int opensDays, int closesMinutes, int cancelMinutes) {
        api.as(TestCallers.headquarters())
                .put(
                        "/hq/v1/services/" + service + "/booking-rule",
                        Map.of(
                                "needsPlace", needsPlace,
                                "opensDaysBefore", opensDays,
                                "closesMinutesBefore", closesMinutes,
                                "cancelMinutesBefore", cancelMinutes,
                                "cardUse", true))
                .expect(200);
    }

    /** A staff member who works every day from 09:00 to 21:00. */
    public String person(String name, long staffId) {
        String id = resource(Map.of("kind", "STAFF", "name", name, "staffId", Long.toString(staffId)));
        Map<String, Object> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day.name(), List.of(Map.of("from", "09:00", "to", "21:00")));
        }
        asManager()
                .put("/store/v1/resources/" + id + "/shifts", Map.of("week", week))
                .expect(204);
        return id;
    }

    public String room(String name) {
        return resource(Map.of("kind", "ROOM", "name", name));
    }

    private String resource(Map<String, Object> body) {
        return asManager()
                .post("/store/v1/resources", body)
                .expect(201)
                .json()
                .path("resourceId")
                .asString();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** A day soon on which everything is still to come. */
    public LocalDate soon() {
        return today().plusDays(2);
    }

    public static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    public Map<String, Object> series(SkuId service, LocalDate day, int capacity, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "serviceSkuId",
                service,
                "name",
                "动感单车",
                "kind",
                "SPINNING",
                "weekday",
                day.getDayOfWeek(),
                "startTime",
                "18:00",
                "capacity",
                capacity,
                "firstDate",
                day));
        body.putAll(more);
        return body;
    }

    /** The id of the session on a day of a new weekly class at 18:00. */
    public String session(LocalDate day, int capacity, Map<String, Object> more) {
        asManager()
                .post("/store/v1/class-series", series(service(50), day, capacity, more))
                .expect(201);
        return classesOn(day).getFirst();
    }

    public List<String> classesOn(LocalDate day) {
        return as(newMember())
                .get("/app/v1/classes?storeId=" + store + "&date=" + day)
                .expect(200)
                .json()
                .findValuesAsString("sessionId");
    }

    public Api.Answer book(MemberKey member, String session) {
        return as(member).post("/app/v1/class-sessions/" + session + "/bookings", "");
    }

    public Api.Answer appoint(MemberKey member, SkuId service, Instant startsAt, String resource) {
        Map<String, Object> body =
                new HashMap<>(Map.of("storeId", store, "serviceSkuId", service, "startsAt", startsAt));
        if (resource != null) {
            body.put("resourceId", resource);
        }
        return as(member).post("/app/v1/appointments", body);
    }

    public long count(String sql, Object... parameters) {
        return jdbc.queryForObject(sql, Long.class, parameters);
    }

    public long occupied(String session) {
        return count("SELECT occupied FROM class_session WHERE id = ?", session);
    }

    public long liveBookings(String session) {
        return count("SELECT COUNT(*) FROM booking WHERE session_id = ? AND state <> 'CANCELLED'", session);
    }
}
