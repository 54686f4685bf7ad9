package io.mendian.booking.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.booking.checkin.client.FakeMembers;
import io.mendian.contracts.booking.BookingCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class ClassBookingTest {

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

    @RepeatedTest(2)
    void aHundredTriesOnTwentySeatsLeaveExactlyTwenty() {
        String session = gym.session(gym.soon(), 20, Map.of());
        var answers = Race.run(100, i -> () -> gym.book(Gym.newMember(), session));
        assertThat(answers.stream().filter(answer -> answer.value().status() == 201))
                .hasSize(20);
        assertThat(answers.stream().filter(answer -> answer.value().body().contains("CLASS_FULL")))
                .hasSize(80);
        assertThat(gym.occupied(session)).isEqualTo(20);
        assertThat(gym.liveBookings(session)).isEqualTo(20);
        assertThat(gym.count(
                        "SELECT COUNT(*) FROM outbox WHERE type = 'booking.made.v1' AND payload LIKE ?",
                        "%\"sessionId\":\"" + session + "\"%"))
                .isEqualTo(20);
    }

    @Test
    void aMemberHasOneSeatHoweverOftenHeTries() {
        String session = gym.session(gym.soon(), 20, Map.of());
        MemberKey member = Gym.newMember();
        var answers = Race.run(8, i -> () -> gym.book(member, session).status());
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(1);
        gym.book(member, session).expectProblem(409, "ALREADY_BOOKED");
        assertThat(gym.occupied(session)).isEqualTo(1);
    }

    @Test
    void theSameKeyIsTheSameBooking() {
        String session = gym.session(gym.soon(), 20, Map.of());
        Api repeated = gym.as(Gym.newMember()).withKey("seat-" + session);
        String path = "/app/v1/class-sessions/" + session + "/bookings";
        String first = repeated.post(path, "").expect(201).body();
        assertThat(repeated.post(path, "").expect(201).body()).isEqualTo(first);
        assertThat(gym.occupied(session)).isEqualTo(1);
    }

    @Test
    void cancellingFreesTheSeatOnce() {
        String session = gym.session(gym.soon(), 2, Map.of());
        MemberKey member = Gym.newMember();
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        gym.book(Gym.newMember(), session).expect(201);
        gym.book(Gym.newMember(), session).expectProblem(409, "CLASS_FULL");
        var answers = Race.run(
                8,
                i -> () -> gym.as(member).delete("/app/v1/bookings/" + booking).status());
        assertThat(answers).allMatch(answer -> answer.succeeded() && answer.value() == 200);
        assertThat(gym.occupied(session)).isEqualTo(1);
        assertThat(outbox.events(BookingCancelled.class, booking)).hasSize(1);
        gym.book(member, session).expect(201);
        assertThat(gym.occupied(session)).isEqualTo(2);
    }

    @Test
    void bookingAndCancellingAtOnceKeepTheCount() {
        String session = gym.session(gym.soon(), 5, Map.of());
        Race.run(24, i -> () -> {
            MemberKey member = Gym.newMember();
            Api.Answer answer = gym.book(member, session);
            if (answer.status() == 201 && i % 2 == 0) {
                gym.as(member)
                        .delete("/app/v1/bookings/"
                                + answer.json().path("bookingId").asString())
                        .expect(200);
            }
            return true;
        });
        assertThat(gym.occupied(session)).isEqualTo(gym.liveBookings(session)).isLessThanOrEqualTo(5);
    }

    @Test
    void aClassOpensAtMidnightSoManyDaysBefore() {
        LocalDate day = gym.today().plusDays(5);
        String session = gym.session(day, 5, Map.of("opensDaysBefore", 2));
        gym.book(Gym.newMember(), session).expectProblem(409, "BOOKING_NOT_OPEN");
        clock.advanceTo(Gym.at(day.minusDays(2), "00:00").minusSeconds(2));
        gym.book(Gym.newMember(), session).expectProblem(409, "BOOKING_NOT_OPEN");
        clock.advanceTo(Gym.at(day.minusDays(2), "00:00"));
        gym.book(Gym.newMember(), session).expect(201);
    }

    @Test
    void aClassClosesAndItsSeatsCannotBeGivenBackLate() {
        LocalDate day = gym.soon();
        String session = gym.session(day, 5, Map.of("closesMinutesBefore", 60, "cancelMinutesBefore", 120));
        MemberKey member = Gym.newMember();
        String booking =
                gym.book(member, session).expect(201).json().path("bookingId").asString();
        clock.advanceTo(Gym.at(day, "16:30"));
        gym.as(member).delete("/app/v1/bookings/" + booking).expectProblem(409, "CANCEL_TOO_LATE");
        gym.book(Gym.newMember(), session).expect(201);
        clock.advanceTo(Gym.at(day, "17:05"));
        gym.book(Gym.newMember(), session).expectProblem(409, "BOOKING_CLOSED");
        gym.asManager().delete("/store/v1/bookings/" + booking).expect(200);
        assertThat(gym.occupied(session)).isEqualTo(1);
    }

    @Test
    void aCancelledClassFreesEverybody() {
        String session = gym.session(gym.soon(), 5, Map.of());
        MemberKey member = Gym.newMember();
        String booking = gym.book(member, session).json().path("bookingId").asString();
        gym.asManager()
                .post("/store/v1/class-sessions/" + session + "/cancel", Map.of())
                .expect(204);
        gym.asManager()
                .post("/store/v1/class-sessions/" + session + "/cancel", Map.of())
                .expect(204);
        assertThat(gym.occupied(session)).isZero();
        assertThat(outbox.events(BookingCancelled.class, booking)).hasSize(1);
        gym.book(Gym.newMember(), session).expectProblem(409, "CLASS_CANCELLED");
    }

    @Test
    void cancellingAClassWhileItIsBookedLeavesNobodyInIt() {
        for (int round = 0; round < 3; round++) {
            String session = gym.session(gym.soon().plusDays(round), 20, Map.of());
            Race.run(
                    9,
                    i -> () -> i == 4
                            ? gym.asManager()
                                    .post("/store/v1/class-sessions/" + session + "/cancel", Map.of())
                                    .status()
                            : gym.book(Gym.newMember(), session).status());
            assertThat(gym.occupied(session)).isZero();
            assertThat(gym.liveBookings(session)).isZero();
        }
    }

    @Test
    void aStrangersBookingAnswersLikeAMissingOne() {
        String session = gym.session(gym.soon(), 5, Map.of());
        String booking =
                gym.book(Gym.newMember(), session).json().path("bookingId").asString();
        Api stranger = gym.as(Gym.newMember());
        for (String id : List.of(booking, Long.toString(Ids.next()))) {
            stranger.get("/app/v1/bookings/" + id).expectProblem(404, "NOT_FOUND");
            stranger.delete("/app/v1/bookings/" + id).expectProblem(404, "NOT_FOUND");
            Api otherStore = new Gym(api, deliveries, jdbc, clock).asManager();
            otherStore.delete("/store/v1/bookings/" + id).expectProblem(404, "NOT_FOUND");
        }
        Api otherStore = new Gym(api, deliveries, jdbc, clock).asManager();
        for (String id : List.of(session, Long.toString(Ids.next()))) {
            otherStore
                    .post("/store/v1/class-sessions/" + id + "/cancel", Map.of())
                    .expectProblem(404, "NOT_FOUND");
        }
        stranger.get("/app/v1/class-sessions/" + Ids.next()).expectProblem(404, "NOT_FOUND");
        assertThat(stranger.get("/app/v1/bookings").json()).isEmpty();
    }

    @Test
    void staffSeeTheirOwnBookingsAndOthersOnlyWithTheRight() {
        LocalDate day = gym.soon();
        long coach = Ids.next();
        String session = gym.session(day, 5, Map.of("coachId", gym.person("王教练", coach)));
        gym.book(Gym.newMember(), session).expect(201);
        String other = gym.session(day.plusDays(1), 5, Map.of());
        gym.book(Gym.newMember(), other).expect(201);
        Api asCoach = api.as(TestCallers.clerk(coach, gym.store));
        assertThat(asCoach.get("/store/v1/bookings?mine=true&date=" + day)
                        .expect(200)
                        .json())
                .hasSize(1);
        assertThat(asCoach.get("/store/v1/bookings?mine=true&date=" + day.plusDays(1))
                        .json())
                .isEmpty();
        asCoach.get("/store/v1/bookings?date=" + day).expectProblem(403, "NOT_ALLOWED");
        assertThat(gym.asManager()
                        .get("/store/v1/bookings?date=" + day.plusDays(1))
                        .json())
                .hasSize(1);
    }
}
