package io.mendian.booking.bookings;

import io.mendian.booking.resource.Allocations;
import io.mendian.booking.timetable.Sessions;
import io.mendian.contracts.booking.BookingCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.transaction.annotation.Transactional;

/** Gives up a booking; its seat, person and room are free again, once. Cancelling again answers the same. */
@UseCase
public class CancelBooking {

    private final BookingMapper mapper;
    private final Bookings bookings;
    private final Sessions sessions;
    private final Allocations allocations;
    private final Outbox outbox;
    private final Clock clock;

    CancelBooking(
            BookingMapper mapper,
            Bookings bookings,
            Sessions sessions,
            Allocations allocations,
            Outbox outbox,
            Clock clock) {
        this.mapper = mapper;
        this.bookings = bookings;
        this.sessions = sessions;
        this.allocations = allocations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who gives it up: a member until the limit of the rule, the store and a cancelled class at any time. */
    public enum Reason {
        MEMBER,
        STORE,
        CLASS_CANCELLED
    }

    @Transactional
    public BookingView cancel(long id, Reason reason, Predicate<BookingView> mayCancel) {
        BookingRow row = mapper.lock(id);
        if (row == null || !mayCancel.test(bookings.view(row))) {
            throw CommonProblem.NOT_FOUND.with();
        }
        if (row.state() == BookingStatus.CANCELLED) {
            return bookings.view(row);
        }
        if (!row.state().next().contains(BookingStatus.CANCELLED)) {
            throw BookingProblem.BOOKING_CHECKED_IN.with();
        }
        Instant now = clock.instant();
        if (reason == Reason.MEMBER && now.isAfter(row.cancelUntil())) {
            throw BookingProblem.CANCEL_TOO_LATE.with("until", row.cancelUntil());
        }
        Guard.one(mapper.cancel(id, now, reason.name()), () -> new IllegalStateException("changed under its lock"));
        outbox.add(new BookingCancelled(
                Long.toString(id),
                row.kind().name(),
                StoreId.of(row.storeId()),
                MemberKey.of(row.memberKey()),
                reason.name(),
                now));
        if (row.sessionId() == null) {
            allocations.free(id);
        } else {
            sessions.vacate(row.sessionId());
        }
        return bookings.view(Objects.requireNonNull(mapper.lock(id)));
    }
}
