package io.mendian.marketing.seat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group of paying members; pure. It opens with its opener's payment and fills when as many seats are paid as it has. Seats are held at
 * placing, so no more are ever paid than it has; and it fails only when its time is over <em>and</em> no seat is held any more, so
 * an order placed in time is paid in time. What comes back of a settled group changes its seats, never its state.
 */
record BuyingGroup(
        long id,
        int size,
        int kept,
        int paid,
        GroupState state,
        @Nullable Instant openedAt,
        @Nullable Instant endsAt,
        @Nullable Instant settledAt) {

    static BuyingGroup of(BuyingGroupRow row) {
        return new BuyingGroup(
                row.id(),
                row.size(),
                row.kept(),
                row.paid(),
                row.state(),
                row.openedAt(),
                row.endsAt(),
                row.settledAt());
    }

    static BuyingGroup formed(long id, int size) {
        return new BuyingGroup(id, size, 1, 0, GroupState.FORMING, null, null, null);
    }

    /** One more holds a seat. */
    BuyingGroup joined(Instant now) {
        if (state == GroupState.FILLED || (state == GroupState.OPEN && kept == size)) {
            throw SeatProblem.GROUP_FULL.with();
        }
        if (state != GroupState.OPEN || endsAt == null || !now.isBefore(endsAt)) {
            throw SeatProblem.GROUP_OVER.with();
        }
        return with(kept + 1, paid, state, settledAt);
    }

    /** A seat that is held is paid: the first opens the group, the last fills it. */
    BuyingGroup paid(Instant now, Duration life) {
        if (paid + 1 > kept) {
            throw new IllegalStateException("group " + id + " has no held seat to be paid");
        }
        if (state == GroupState.FORMING) {
            return new BuyingGroup(id, size, kept, paid + 1, to(GroupState.OPEN), now, now.plus(life), null);
        }
        boolean full = state == GroupState.OPEN && paid + 1 == size;
        return with(kept, paid + 1, full ? to(GroupState.FILLED) : state, full ? now : settledAt);
    }

    /** A held seat is free again; without its opener a group is none. */
    BuyingGroup left() {
        return with(kept - 1, paid, state == GroupState.FORMING ? to(GroupState.DROPPED) : state, settledAt);
    }

    /** Its opener's money came after all. */
    BuyingGroup formedAgain() {
        if (state != GroupState.DROPPED) {
            throw SeatProblem.GROUP_OVER.with();
        }
        return with(1, 0, to(GroupState.FORMING), null);
    }

    /** A paid order was wholly refunded; an open group has its seat to give again. */
    BuyingGroup returned() {
        return with(kept - 1, paid - 1, state, settledAt);
    }

    boolean mayFail(Instant now) {
        return state == GroupState.OPEN && endsAt != null && !now.isBefore(endsAt) && kept == paid;
    }

    BuyingGroup failed(Instant now) {
        return with(kept, paid, to(GroupState.FAILED), now);
    }

    private GroupState to(GroupState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("a group never goes from " + state + " to " + next);
        }
        return next;
    }

    private BuyingGroup with(int nowKept, int nowPaid, GroupState then, @Nullable Instant settled) {
        if (nowPaid < 0 || nowPaid > nowKept || nowKept > size) {
            throw new IllegalStateException("group " + id + " would have " + nowKept + " seats, " + nowPaid + " paid");
        }
        return new BuyingGroup(id, size, nowKept, nowPaid, then, openedAt, endsAt, settled);
    }
}
