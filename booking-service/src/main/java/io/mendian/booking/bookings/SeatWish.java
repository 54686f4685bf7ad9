package io.mendian.booking.bookings;

import io.mendian.kernel.MemberKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member's wish for a seat; carries the booking once it is granted. */
final class SeatWish {

    private final long bookingId;
    private final long sessionId;
    private final MemberKey member;
    private final boolean walkIn;
    private volatile @Nullable BookingView granted;

    /** @param walkIn the member stands at the door: the rule's times do not count */
    SeatWish(long bookingId, long sessionId, MemberKey member, boolean walkIn) {
        this.bookingId = bookingId;
        this.sessionId = sessionId;
        this.member = member;
        this.walkIn = walkIn;
    }

    long bookingId() {
        return bookingId;
    }

    long sessionId() {
        return sessionId;
    }

    MemberKey member() {
        return member;
    }

    boolean walkIn() {
        return walkIn;
    }

    /** Whether this is the booking that was made of it. */
    boolean isOf(BookingRow row) {
        return row.id() == bookingId && row.memberKey() == member.value() && Objects.equals(row.sessionId(), sessionId);
    }

    void grant(BookingView booking) {
        granted = booking;
    }

    BookingView granted() {
        return Objects.requireNonNull(granted);
    }
}
