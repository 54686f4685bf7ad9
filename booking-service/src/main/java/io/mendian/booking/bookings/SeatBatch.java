package io.mendian.booking.bookings;

import io.mendian.booking.timetable.Session;
import io.mendian.booking.timetable.Sessions;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many seats in one transaction: judged one by one in the order of arrival, written with one insert of bookings, one of
 * events and one guarded update of the classes. The guard is still in the update and the key of a member's seat in the table:
 * where somebody else was faster, everything is undone and each wish is judged by itself.
 */
@Component
class SeatBatch {

    /** A member's place in a class; he has at most one. */
    record Seat(long sessionId, long memberKey) {
        static Seat of(SeatWish wish) {
            return new Seat(wish.sessionId(), wish.member().value());
        }
    }

    /** A booking that holds one. */
    record Seated(long id, long sessionId, long memberKey) {}

    private final SeatRows rows;
    private final Sessions sessions;
    private final Bookings bookings;
    private final Clock clock;

    SeatBatch(SeatRows rows, Sessions sessions, Bookings bookings, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Why each was refused, or nothing for a wish that was granted. */
    @Transactional
    List<Optional<ProblemException>> take(List<SeatWish> wishes) {
        Map<Long, Session> found = sessions.find(ids(wishes));
        Judge judge = new Judge(seated(wishes), clock.instant());
        List<Optional<ProblemException>> answers = new ArrayList<>();
        List<SeatWish> granted = new ArrayList<>();
        for (SeatWish wish : wishes) {
            if (judge.hasIt(wish)) {
                // a repeat of a request whose answer was lost
                wish.grant(bookings.view(wish.bookingId()));
                answers.add(Optional.empty());
                continue;
            }
            Optional<ProblemException> refusal = judge.refusal(found.get(wish.sessionId()), wish);
            answers.add(refusal);
            if (refusal.isEmpty()) {
                granted.add(wish);
            }
        }
        if (!granted.isEmpty()) {
            write(granted, found, judge.taken);
        }
        return answers;
    }

    private void write(List<SeatWish> granted, Map<Long, Session> found, Map<Long, Integer> taken) {
        List<BookingView> made = bookings.makeAll(granted.stream()
                .map(wish -> Bookings.New.seat(Objects.requireNonNull(found.get(wish.sessionId())), wish))
                .toList());
        for (int i = 0; i < made.size(); i++) {
            granted.get(i).grant(made.get(i));
        }
        sessions.occupyAll(taken);
    }

    private static Set<Long> ids(List<SeatWish> wishes) {
        Set<Long> ids = new TreeSet<>();
        wishes.forEach(wish -> ids.add(wish.sessionId()));
        return ids;
    }

    private Map<Seat, Long> seated(List<SeatWish> wishes) {
        Set<Seat> wanted = new LinkedHashSet<>();
        wishes.forEach(wish -> wanted.add(Seat.of(wish)));
        Map<Seat, Long> seated = new HashMap<>();
        rows.seated(wanted).forEach(one -> seated.put(new Seat(one.sessionId(), one.memberKey()), one.id()));
        return seated;
    }

    /** Remembers what it has granted. */
    private static final class Judge {
        private final Map<Seat, Long> seated;
        private final Instant now;
        private final TreeMap<Long, Integer> taken = new TreeMap<>();

        Judge(Map<Seat, Long> seated, Instant now) {
            this.seated = seated;
            this.now = now;
        }

        boolean hasIt(SeatWish wish) {
            Long booking = seated.get(Seat.of(wish));
            return booking != null && booking == wish.bookingId();
        }

        Optional<ProblemException> refusal(@Nullable Session session, SeatWish wish) {
            if (session == null) {
                return Optional.of(CommonProblem.NOT_FOUND.with());
            }
            int occupied = session.occupied() + taken.getOrDefault(session.id(), 0);
            Optional<ProblemException> refusal = SeatRule.refusal(session, wish.walkIn(), occupied, now);
            if (refusal.isEmpty()) {
                if (seated.putIfAbsent(Seat.of(wish), wish.bookingId()) != null) {
                    return Optional.of(BookingProblem.ALREADY_BOOKED.with());
                }
                taken.merge(session.id(), 1, Integer::sum);
            }
            return refusal;
        }
    }
}
