package io.mendian.booking.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.contracts.booking.BookingCheckedIn;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CheckInTest extends CheckInCase {

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

    /** A request that is asked again while its first try still runs: both have read the code before either wrote it down. */
    @Test
    void twoTriesOfOneCheckInAtTheSameInstantAreOneCheckIn() {
        for (int tries : new int[] {2, 6}) {
            MemberKey one = Gym.newMember();
            String session = classSoon(Map.of());
            String booking =
                    gym.book(one, session).expect(201).json().path("bookingId").asString();
            members.giveCard(one, 5);
            members.meetAtScan(one, tries);
            comeTo(session);
            long operation = Ids.next();
            CheckIn.Scan scan = new CheckIn.Scan(gym.store, members.codeOf(one), Long.valueOf(booking), null);
            var outcomes =
                    Race.run(tries, i -> () -> checkIn.checkIn(operation, scan).bookingId());
            assertThat(outcomes).extracting(Race.Outcome::failure).containsOnlyNulls();
            assertThat(outcomes).extracting(Race.Outcome::value).containsOnly(booking);
            assertThat(jdbc.queryForList(
                            "SELECT CONCAT(member_key, ' ', booking_id) FROM check_in WHERE id = ?",
                            String.class,
                            operation))
                    .containsExactly(one + " " + booking);
            assertThat(state(booking)).isEqualTo("CHECKED_IN");
            assertThat(members.left(one)).isEqualTo(4);
            assertThat(outbox.events(BookingCheckedIn.class, booking)).hasSize(1);
        }
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
}
