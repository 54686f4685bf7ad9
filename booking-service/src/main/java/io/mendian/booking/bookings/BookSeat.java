package io.mendian.booking.bookings;

import io.mendian.booking.place.BookingRule;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.coalesce.Coalescer;
import io.mendian.runtime.persistence.UseCase;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Takes a seat in a class for a member, once per class, as long as one is left. Whoever asks at the same time is judged in
 * the order of arrival and written together.
 */
@UseCase
public class BookSeat {

    /** More of them would make the batches smaller and the other requests wait for a connection. */
    private static final int QUEUES = 2;

    private final Coalescer<SeatWish> coalescer;

    BookSeat(SingleSeat single, SeatBatch batch) {
        this.coalescer = new Coalescer<>("seats", QUEUES, batch::take, single::take);
    }

    /** The same id again is the same booking. Not from inside a transaction: the seat is taken in another. */
    public BookingView book(long bookingId, long sessionId, MemberKey member) {
        SeatWish wish = new SeatWish(bookingId, sessionId, member, false);
        coalescer.ask(sessionId, wish);
        return wish.granted();
    }

    /** Refuses what is booked too early or too late, and says when it can be. */
    public static void requireOpen(BookingRule rule, Instant startsAt, ZoneId zone, Instant now) {
        SeatRule.tooEarlyOrLate(rule, startsAt, zone, now).ifPresent(refusal -> {
            throw refusal;
        });
    }

    @PreDestroy
    void close() {
        coalescer.close();
    }
}
