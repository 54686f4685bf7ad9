package io.mendian.booking.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.booking.checkin.client.FakeMembers;
import io.mendian.contracts.booking.BookingCheckedIn;
import io.mendian.kernel.MemberKey;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class CheckInTest {

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

    @Test
    void aVisitTakesOneUseHoweverOftenItIsTried() {
        String session = classSoon(Map.of());
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        members.giveCard(member, 10);
        comeTo(session);
        var answers = Race.run(6, i -> () -> scan(Map.of("bookingId", booking)).status());
        assertThat(answers).allMatch(answer -> answer.succeeded() && answer.value() == 201);
        JsonNode again = scan(Map.of()).expect(201).json();
        assertThat(again.path("state").asString()).isEqualTo("CHECKED_IN");
        assertThat(again.path("usesLeft").asLong()).isEqualTo(9);
        assertThat(members.left(member)).isEqualTo(9);
        assertThat(outbox.events(BookingCheckedIn.class, booking)).hasSize(1);
        assertThat(outbox.events(BookingCheckedIn.class, booking).getFirst().cardId())
                .isEqualTo("77");
        gym.as(member).delete("/app/v1/bookings/" + booking).expectProblem(409, "BOOKING_CHECKED_IN");
    }

    @Test
    void theSameKeyIsTheSameCheckIn() {
        String session = classSoon(Map.of());
        gym.book(member, session).expect(201);
        members.giveCard(member, 3);
        comeTo(session);
        Api desk = gym.asManager().withKey("check-in-" + session);
        Map<String, Object> body = Map.of("memberCode", members.codeOf(member), "sessionId", session);
        String first = desk.post("/store/v1/check-ins", body).expect(201).body();
        assertThat(desk.post("/store/v1/check-ins", body).expect(201).body()).isEqualTo(first);
        assertThat(members.left(member)).isEqualTo(2);
    }

    @Test
    void aCodeIsGoodForOneScan() {
        String session = classSoon(Map.of());
        gym.book(member, session).expect(201);
        members.giveCard(member, 3);
        comeTo(session);
        Map<String, Object> body = Map.of("memberCode", members.codeOf(member), "sessionId", session);
        gym.asManager().post("/store/v1/check-ins", body).expect(201);
        gym.asManager().post("/store/v1/check-ins", body).expectProblem(409, "MEMBER_CODE_USED");
    }

    @Test
    void withoutACardTheBookingStaysAsItWas() {
        String session = classSoon(Map.of());
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        comeTo(session);
        scan(Map.of("bookingId", booking)).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(state(booking)).isEqualTo("BOOKED");
        members.giveCard(member, 1);
        scan(Map.of("bookingId", booking)).expect(201);
        assertThat(members.left(member)).isZero();
    }

    @Test
    void aLostAnswerIsAskedForAgainAndTakesNoSecondUse() {
        String session = classSoon(Map.of());
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        members.giveCard(member, 5);
        comeTo(session);
        members.loseNextAnswer(member);
        Api desk = gym.asManager().withKey("lost-" + booking);
        Map<String, Object> body = Map.of("memberCode", members.codeOf(member), "bookingId", booking);
        desk.post("/store/v1/check-ins", body).expect(503);
        assertThat(state(booking)).isEqualTo("CHECKING_IN");
        gym.as(member).delete("/app/v1/bookings/" + booking).expectProblem(409, "BOOKING_CHECKED_IN");
        desk.post("/store/v1/check-ins", body).expect(201);
        assertThat(members.left(member)).isEqualTo(4);
        assertThat(outbox.events(BookingCheckedIn.class, booking)).hasSize(1);
    }

    @Test
    void whatStoppedHalfWayGoesOnByItself() {
        String session = classSoon(Map.of());
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        members.giveCard(member, 5);
        comeTo(session);
        members.unreachableFor(member, true);
        scan(Map.of("bookingId", booking)).expect(503);
        clock.advance(Duration.ofSeconds(31));
        checkIn.resume(50);
        assertThat(state(booking)).isEqualTo("CHECKING_IN");
        members.unreachableFor(member, false);
        checkIn.resume(50);
        checkIn.resume(50);
        assertThat(state(booking)).isEqualTo("CHECKED_IN");
        assertThat(members.left(member)).isEqualTo(4);
        assertThat(outbox.events(BookingCheckedIn.class, booking)).hasSize(1);
    }

    @Test
    void whoHasNotBookedIsRefusedUnlessTheClassTakesWalkIns() {
        String strict = classSoon(Map.of());
        members.giveCard(member, 5);
        comeTo(strict);
        scan(Map.of("sessionId", strict)).expectProblem(409, "BOOKING_NEEDED");
        scan(Map.of()).expectProblem(409, "BOOKING_NEEDED");
        assertThat(gym.occupied(strict)).isZero();
        gym = new Gym(api, deliveries, jdbc, clock);
        String open = classSoon(Map.of("walkIn", true, "capacity", 1));
        comeTo(open);
        assertThat(scan(Map.of("sessionId", open))
                        .expect(201)
                        .json()
                        .path("walkIn")
                        .asBoolean())
                .isTrue();
        assertThat(gym.occupied(open)).isEqualTo(1);
        assertThat(members.left(member)).isEqualTo(4);
        MemberKey late = Gym.newMember();
        Map<String, Object> body = Map.of("memberCode", members.codeOf(late), "sessionId", open);
        gym.asManager().post("/store/v1/check-ins", body).expectProblem(409, "CLASS_FULL");
    }

    @Test
    void anotherMembersOrStoresBookingAnswersLikeAMissingOne() {
        String session = classSoon(Map.of());
        String theirs = gym.book(Gym.newMember(), session)
                .expect(201)
                .json()
                .path("bookingId")
                .asString();
        String mine =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        members.giveCard(member, 5);
        comeTo(session);
        scan(Map.of("bookingId", theirs)).expectProblem(404, "NOT_FOUND");
        scan(Map.of("bookingId", Long.toString(Ids.next()))).expectProblem(404, "NOT_FOUND");
        Api otherStore = new Gym(api, deliveries, jdbc, clock).asManager();
        for (Map<String, Object> what :
                List.<Map<String, Object>>of(Map.of("bookingId", mine), Map.of("sessionId", session))) {
            Map<String, Object> body = new HashMap<>(what);
            body.put("memberCode", members.codeOf(member));
            otherStore.post("/store/v1/check-ins", body).expectProblem(404, "NOT_FOUND");
        }
        assertThat(members.left(member)).isEqualTo(5);
    }

    @Test
    void checkInHasItsTime() {
        LocalDate day = gym.soon();
        String session = gym.session(day, 5, Map.of());
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        members.giveCard(member, 5);
        scan(Map.of("bookingId", booking)).expectProblem(409, "CHECK_IN_TOO_EARLY");
        assertThat(state(booking)).isEqualTo("BOOKED");
        clock.advanceTo(Gym.at(day, "18:50"));
        scan(Map.of("bookingId", booking)).expectProblem(409, "CHECK_IN_TOO_LATE");
        assertThat(members.left(member)).isEqualTo(5);
    }

    @Test
    void anAppointmentIsCheckedInTheSameWay() {
        SkuId massage = gym.service(60);
        gym.person("李师傅", Ids.next());
        LocalDate day = gym.soon();
        String booking = gym.appoint(member, massage, Gym.at(day, "10:00"), null)
                .expect(201)
                .json()
                .path("bookingId")
                .asString();
        members.giveCard(member, 5);
        clock.advanceTo(Gym.at(day, "09:50"));
        assertThat(scan(Map.of()).expect(201).json().path("bookingId").asString())
                .isEqualTo(booking);
        assertThat(members.left(member)).isEqualTo(4);
    }

    @Test
    void cancellingAndCheckingInAtOnceNeverTakesAUseForNothing() {
        for (int round = 0; round < 6; round++) {
            MemberKey one = Gym.newMember();
            gym = new Gym(api, deliveries, jdbc, clock);
            String session = classSoon(Map.of("cancelMinutesBefore", 0));
            String booking =
                    gym.book(one, session).expect(201).json().path("bookingId").asString();
            members.giveCard(one, 5);
            comeTo(session);
            Map<String, Object> body = Map.of("memberCode", members.codeOf(one), "bookingId", booking);
            Race.run(
                    2,
                    i -> () -> i == 0
                            ? gym.asManager().post("/store/v1/check-ins", body).status()
                            : gym.as(one).delete("/app/v1/bookings/" + booking).status());
            assertThat(members.left(one)).isEqualTo(state(booking).equals("CANCELLED") ? 5 : 4);
            assertThat(gym.occupied(session)).isEqualTo(gym.liveBookings(session));
        }
    }

    private String classSoon(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.remove("capacity");
        return gym.session(gym.soon(), more.containsKey("capacity") ? (int) more.get("capacity") : 5, all);
    }

    private void comeTo(String session) {
        Instant startsAt = jdbc.queryForObject(
                        "SELECT starts_at FROM class_session WHERE id = ?", java.sql.Timestamp.class, session)
                .toInstant();
        clock.advanceTo(startsAt.minusSeconds(1200));
    }

    private Api.Answer scan(Map<String, Object> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("memberCode", members.codeOf(member));
        return gym.asManager().post("/store/v1/check-ins", body);
    }

    private String state(String booking) {
        return jdbc.queryForObject("SELECT state FROM booking WHERE id = ?", String.class, booking);
    }
}
