package io.mendian.marketing.seat;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Guard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The seats of orders, inside the caller's transaction: the group first, then the seat, so that all lock in the same order. */
@Component
class Seats {

    private final CampaignSeatMapper mapper;
    private final BuyingGroupMapper groups;

    Seats(CampaignSeatMapper mapper, BuyingGroupMapper groups) {
        this.mapper = mapper;
        this.groups = groups;
    }

    /** The seat of an order, its group and itself locked; null for an order that has none. */
    @Nullable
    CampaignSeatRow lock(OrderId order) {
        // which group a seat is in never changes
        CampaignSeatRow seen = mapper.selectById(order.value());
        if (seen == null) {
            return null;
        }
        if (seen.groupId() != null) {
            BuyingGroupRow ignored = groups.lock(seen.groupId());
        }
        return mapper.lock(order.value());
    }

    void move(CampaignSeatRow seat, SeatState to) {
        if (!seat.state().next().contains(to)) {
            throw new IllegalStateException("a seat never goes from " + seat.state() + " to " + to);
        }
        Long seatOf = to.keeps() ? seat.memberKey() : null;
        Guard.one(
                mapper.move(seat.orderId(), seat.state(), to, seatOf),
                () -> new ConcurrencyFailureException("seat of order " + seat.orderId() + " changed meanwhile"));
    }

    void paid(CampaignSeatRow seat, long minor, Instant at) {
        Guard.one(mapper.paid(seat.orderId(), at, minor), () -> gone(seat));
    }

    void back(CampaignSeatRow seat, long minor) {
        Guard.one(mapper.back(seat.orderId(), minor), () -> gone(seat));
    }

    /** Refuses a member who has another seat of the group meanwhile. */
    void requireAlone(CampaignSeatRow seat) {
        Long has = seat.groupId() == null ? null : mapper.seatIn(seat.groupId(), seat.memberKey());
        if (has != null) {
            throw SeatProblem.alreadyJoined(has);
        }
    }

    private static IllegalStateException gone(CampaignSeatRow seat) {
        return new IllegalStateException("the seat of order " + seat.orderId() + " is gone");
    }
}
