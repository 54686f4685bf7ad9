package io.mendian.booking.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Check-ins that are refused, each with its reason. */
class CheckInRefusalTest extends CheckInCase {

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
}
