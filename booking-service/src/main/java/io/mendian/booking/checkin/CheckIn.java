package io.mendian.booking.checkin;

import io.mendian.booking.BookingProperties;
import io.mendian.booking.bookings.ArriveForBooking;
import io.mendian.booking.bookings.ArriveForBooking.Arrival;
import io.mendian.booking.bookings.ArriveForBooking.Arrived;
import io.mendian.booking.bookings.BookingStatus;
import io.mendian.booking.bookings.BookingView;
import io.mendian.booking.bookings.SettleCheckIn;
import io.mendian.booking.checkin.client.MemberClient;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Checks a member in: whose code, which booking, one use of a card, attended. Every step can be repeated: the scan is
 * kept under the operation's id, and the card's use has the booking's id, so one visit takes one use however often it
 * is tried.
 */
@Component
public class CheckIn {

    private static final Duration STUCK_AFTER = Duration.ofSeconds(30);
    private final MemberClient members;
    private final CheckInMapper mapper;
    private final ArriveForBooking arrive;
    private final SettleCheckIn settle;
    private final BookingProperties properties;
    private final Clock clock;

    CheckIn(
            MemberClient members,
            CheckInMapper mapper,
            ArriveForBooking arrive,
            SettleCheckIn settle,
            BookingProperties properties,
            Clock clock) {
        this.members = members;
        this.mapper = mapper;
        this.arrive = arrive;
        this.settle = settle;
        this.properties = properties;
        this.clock = clock;
    }

    /** What was scanned where, and for what if it was said; nothing said: what he has booked about now. */
    public record Scan(
            StoreId storeId,
            String memberCode,
            @Nullable Long bookingId,
            @Nullable Long sessionId) {}

    public BookingView checkIn(long operation, Scan scan) {
        CheckInRow process = process(operation, scan);
        CrashPoints.at("check-in", "resolved");
        Long booking = process.bookingId() != null ? process.bookingId() : scan.bookingId();
        Instant startsUntil = clock.instant().plus(Duration.ofMinutes(properties.checkInMinutesBefore()));
        Arrived arrived = arrive.arrive(new Arrival(
                        MemberKey.of(process.memberKey()),
                        scan.storeId(),
                        booking,
                        scan.sessionId(),
                        operation,
                        startsUntil))
                .orElseThrow(CheckInProblem.BOOKING_NEEDED::with);
        mapper.setBooking(operation, Long.parseLong(arrived.booking().bookingId()));
        if (arrived.booking().state() == BookingStatus.CHECKED_IN) {
            return arrived.booking();
        }
        requireTime(arrived.booking(), startsUntil);
        return finish(arrived);
    }

    /** Goes on with check-ins that stopped half way, for example because the process was killed. */
    public int resume(int limit) {
        int done = 0;
        for (Arrived stuck : settle.stuck(clock.instant().minus(STUCK_AFTER), limit)) {
            try {
                finish(stuck);
                done++;
            } catch (ProblemException stillNot) {
                // refused: it is booked again; member-service away: the next run tries again
                continue;
            }
        }
        return done;
    }

    private CheckInRow process(long operation, Scan scan) {
        CheckInRow known = mapper.selectById(operation);
        if (known != null) {
            return known;
        }
        MemberKey member = members.resolve(
                        new MemberClient.Scan(scan.memberCode(), scan.storeId(), Long.toString(operation)))
                .memberKey();
        CheckInRow row = new CheckInRow(operation, scan.storeId().value(), member.value(), null, clock.instant());
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException e) {
            // another try of the same request was faster; what the code named is the same for both
            return Objects.requireNonNull(mapper.selectById(operation));
        }
        return row;
    }

    private BookingView finish(Arrived arrived) {
        BookingView booking = arrived.booking();
        long id = Long.parseLong(booking.bookingId());
        MemberClient.Used used = arrived.cardUse() ? use(booking) : null;
        CrashPoints.at("check-in", "card-used");
        return settle.attended(id, used == null ? null : used.cardId(), used == null ? null : used.usesLeft())
                .orElseGet(() -> {
                    members.giveBack(booking.bookingId());
                    throw CommonProblem.NOT_FOUND.with();
                });
    }

    /** A refusal frees the booking again; when the answer did not come, nobody knows, so it stays until it is known. */
    private MemberClient.Used use(BookingView booking) {
        try {
            return members.use(new MemberClient.Use(
                    booking.bookingId(),
                    booking.memberKey(),
                    booking.serviceSkuId(),
                    booking.storeId(),
                    booking.staffId()));
        } catch (ProblemException e) {
            if (e.problem().status() < 500) {
                settle.refused(Long.parseLong(booking.bookingId()));
            }
            throw e;
        }
    }

    private void requireTime(BookingView booking, Instant startsUntil) {
        if (booking.startsAt().isAfter(startsUntil)) {
            settle.refused(Long.parseLong(booking.bookingId()));
            Instant from = booking.startsAt().minus(Duration.ofMinutes(properties.checkInMinutesBefore()));
            throw CheckInProblem.CHECK_IN_TOO_EARLY.with("from", from);
        }
        if (!booking.endsAt().isAfter(clock.instant())) {
            settle.refused(Long.parseLong(booking.bookingId()));
            throw CheckInProblem.CHECK_IN_TOO_LATE.with("endedAt", booking.endsAt());
        }
    }
}
