package io.mendian.booking.bookings;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Books by the same two ways as in production, of which the simulation chooses one; no queue with threads of its own. */
public class SimulatedBookSeat extends BookSeat {

    private final SingleSeat single;
    private final SeatBatch batch;
    private final BooleanSupplier together;

    SimulatedBookSeat(SingleSeat single, SeatBatch batch, BooleanSupplier together) {
        super(single, batch);
        super.close();
        this.single = single;
        this.batch = batch;
        this.together = together;
    }

    @Override
    public BookingView book(long bookingId, long sessionId, MemberKey member) {
        SeatWish wish = new SeatWish(bookingId, sessionId, member, false);
        if (!together.getAsBoolean()) {
            single.take(wish);
            return wish.granted();
        }
        Optional<ProblemException> refusal;
        try {
            refusal = batch.take(List.of(wish)).getFirst();
        } catch (RuntimeException nothingHappened) {
            single.take(wish);
            return wish.granted();
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return wish.granted();
    }
}
