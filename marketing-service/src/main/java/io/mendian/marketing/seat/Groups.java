package io.mendian.marketing.seat;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.contracts.marketing.GroupSucceeded;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Guard;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Groups and their events, inside the caller's transaction. A group is always locked before its seats, and these before the offer. */
@Component
class Groups {

    private final BuyingGroupMapper mapper;
    private final CampaignSeatMapper seats;

    Groups(BuyingGroupMapper mapper, CampaignSeatMapper seats) {
        this.mapper = mapper;
        this.seats = seats;
    }

    BuyingGroupRow lock(long id) {
        BuyingGroupRow row = mapper.lock(id);
        if (row == null) {
            throw SeatProblem.GROUP_UNKNOWN.with();
        }
        return row;
    }

    void open(BuyingGroup group, long offer, long opener, Instant now) {
        mapper.insert(new BuyingGroupRow(
                group.id(),
                offer,
                opener,
                group.size(),
                group.kept(),
                group.paid(),
                group.state(),
                now,
                null,
                null,
                null));
    }

    void save(BuyingGroup was, BuyingGroup now) {
        Guard.one(
                mapper.save(was, now),
                () -> new ConcurrencyFailureException("group " + was.id() + " changed meanwhile"));
    }

    /** What is told of a group that was just settled. */
    DomainEvent settled(BuyingGroup group, long offer, Instant now) {
        List<OrderId> orders =
                seats.paidOf(group.id()).stream().map(OrderId::of).toList();
        String id = Long.toString(group.id());
        String offerId = Long.toString(offer);
        return group.state() == GroupState.FILLED
                ? new GroupSucceeded(id, offerId, orders, now)
                : new GroupFailed(id, offerId, orders, "EXPIRED", now);
    }
}
