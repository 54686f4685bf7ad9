package io.mendian.booking.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.booking.Gym;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.StatementCounter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class SeatBatchTest {

    private static final int ALONE = 6;
    private static final int TOGETHER = 7;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    SeatBatch batch;

    @Autowired
    SingleSeat single;

    Gym gym;

    @BeforeEach
    void open() {
        gym = new Gym(api, deliveries, jdbc, clock);
    }

    private static SeatWish wish(String session, MemberKey member) {
        return new SeatWish(Ids.next(), Long.parseLong(session), member, false);
    }

    private static List<String> codes(List<Optional<ProblemException>> answers) {
        return answers.stream()
                .map(answer -> answer.map(refused -> refused.problem().name()).orElse("BOOKED"))
                .toList();
    }

    @Test
    void eachWishIsJudgedInTheOrderOfArrival() {
        String spinning = gym.session(gym.soon(), 2, Map.of());
        String yoga = gym.session(gym.soon().plusDays(1), 1, Map.of());
        String later = gym.session(gym.soon().plusDays(20), 9, Map.of("opensDaysBefore", 2));
        MemberKey early = Gym.newMember();
        MemberKey seated = Gym.newMember();
        gym.book(seated, yoga).expect(201);
        gym.asManager().delete("/store/v1/bookings/" + booking(seated)).expect(200);
        List<SeatWish> wishes = List.of(
                wish(spinning, early),
                wish(spinning, early),
                wish(yoga, seated), // was cancelled: may come again
                wish(later, early),
                wish(yoga, early),
                wish(spinning, Gym.newMember()),
                wish(spinning, Gym.newMember()),
                wish(Long.toString(Ids.next()), early));

        List<Optional<ProblemException>> answers = batch.take(wishes);

        assertThat(codes(answers))
                .containsExactly(
                        "BOOKED",
                        "ALREADY_BOOKED",
                        "BOOKED",
                        "BOOKING_NOT_OPEN",
                        "CLASS_FULL",
                        "BOOKED",
                        "CLASS_FULL",
                        "NOT_FOUND");
        assertThat(wishes.getFirst().granted().memberKey()).isEqualTo(early);
        expectSeats(spinning, 2);
        expectSeats(yoga, 1);
        expectSeats(later, 0);
    }

    private String booking(MemberKey member) {
        return gym.as(member)
                .get("/app/v1/bookings")
                .json()
                .get(0)
                .path("bookingId")
                .asString();
    }

    private void expectSeats(String session, int seats) {
        assertThat(gym.occupied(session)).isEqualTo(seats);
        assertThat(gym.liveBookings(session)).isEqualTo(seats);
    }

    @Test
    void aRepeatWhoseAnswerWasLostGetsTheSameBookingEvenOfAFullClass() {
        String session = gym.session(gym.soon(), 2, Map.of());
        SeatWish first = wish(session, Gym.newMember());
        single.take(first);
        for (int i = 0; i < 2; i++) {
            SeatWish again = new SeatWish(first.bookingId(), first.sessionId(), first.member(), false);
            if (i == 0) {
                single.take(again);
            } else {
                SeatWish last = wish(session, Gym.newMember());
                SeatWish late = wish(session, Gym.newMember());
                assertThat(codes(batch.take(List.of(last, late, again))))
                        .containsExactly("BOOKED", "CLASS_FULL", "BOOKED");
            }
            assertThat(again.granted().bookingId()).isEqualTo(Long.toString(first.bookingId()));
        }
        expectSeats(session, 2);
    }

    @Test
    void aBookingThatIsThereAlreadyUndoesTheWholeBatch() {
        String session = gym.session(gym.soon(), 9, Map.of());
        SeatWish first = wish(session, Gym.newMember());
        assertThat(codes(batch.take(List.of(first)))).containsExactly("BOOKED");

        assertThatThrownBy(() -> batch.take(List.of(
                        wish(session, Gym.newMember()),
                        new SeatWish(first.bookingId(), first.sessionId(), Gym.newMember(), false))))
                .isInstanceOf(DuplicateKeyException.class);

        expectSeats(session, 1);
    }

    @Test
    void theGuardOfTheUpdateHasTheLastWord() {
        String session = gym.session(gym.soon(), 5, Map.of());
        // what others took after the class was read is seen by the update, not by the decision
        List<Race.Outcome<Boolean>> outcomes = Race.run(8, i -> () -> {
            try {
                return batch.take(List.of(wish(session, Gym.newMember()), wish(session, Gym.newMember()))).stream()
                        .allMatch(Optional::isEmpty);
            } catch (IllegalStateException filledMeanwhile) {
                return false;
            } catch (RuntimeException lost) {
                // under REPEATABLE READ the update may find a newer row than was read: whoever calls repeats it
                if (TransactionRetry.lostARace(lost)) {
                    return false;
                }
                throw lost;
            }
        });

        assertThat(outcomes).allMatch(Race.Outcome::succeeded);
        assertThat(gym.occupied(session)).isEqualTo(gym.liveBookings(session)).isBetween(2L, 5L);
    }

    @Test
    void aCrowdAtSeveralClassesFillsEachExactlyAndTellsOfEachOnce() {
        List<String> sessions = IntStream.range(0, 3)
                .mapToObj(day -> gym.session(gym.soon().plusDays(day), 7 + day, Map.of()))
                .toList();
        MemberKey[] members =
                IntStream.range(0, 60).mapToObj(i -> Gym.newMember()).toArray(MemberKey[]::new);

        // every member asks twice for the same class
        var answers = Race.run(
                120,
                i -> () -> gym.book(members[i % 60], sessions.get(i % 60 % 3)).status());

        assertThat(answers.stream().map(Race.Outcome::value)).containsOnly(201, 409);
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(7 + 8 + 9);
        for (int i = 0; i < 3; i++) {
            expectSeats(sessions.get(i), 7 + i);
            assertThat(gym.count(
                            "SELECT COUNT(*) FROM outbox WHERE type = 'booking.made.v1' AND payload LIKE ?",
                            "%\"sessionId\":\"" + sessions.get(i) + "\"%"))
                    .isEqualTo(7 + i);
        }
    }

    /** Must not grow dearer unnoticed: lower a limit when statements go. */
    @Test
    void thirtySeatsTogetherCostLittleMoreThanOne() {
        String session = gym.session(gym.soon(), 40, Map.of());
        String other = gym.session(gym.soon().plusDays(1), 40, Map.of());
        List<String> alone = StatementCounter.sentBy(() -> batch.take(List.of(wish(session, Gym.newMember()))));
        List<SeatWish> crowd = IntStream.range(0, 30)
                .mapToObj(i -> wish(i % 2 == 0 ? session : other, Gym.newMember()))
                .toList();
        List<String> together = StatementCounter.sentBy(() -> batch.take(crowd));
        assertThat(alone).as(String.join("\n", alone)).hasSizeLessThanOrEqualTo(TOGETHER);
        assertThat(together).as(String.join("\n", together)).hasSizeLessThanOrEqualTo(TOGETHER);
        List<String> refused = StatementCounter.sentBy(() -> batch.take(List.of(
                wish(session, crowd.getFirst().member()),
                wish(other, crowd.getLast().member()))));
        assertThat(refused).as(String.join("\n", refused)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aSeatByItselfKeepsToItsStatements() {
        String session = gym.session(gym.soon(), 40, Map.of());
        List<String> alone = StatementCounter.sentBy(() -> single.take(wish(session, Gym.newMember())));
        assertThat(alone).as(String.join("\n", alone)).hasSizeLessThanOrEqualTo(ALONE);
    }
}
