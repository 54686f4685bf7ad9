package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of refunds; one that the caller may not see is missing. */
@Component
public class RefundQueries {

    private final Refunds refunds;
    private final RefundLists lists;
    private final OrderQueries orders;

    RefundQueries(Refunds refunds, RefundLists lists, OrderQueries orders) {
        this.refunds = refunds;
        this.lists = lists;
        this.orders = orders;
    }

    /** Which refunds are wanted; {@code overdue}: only members' requests that wait too long. */
    public record Filter(
            @Nullable RefundStatus status,
            boolean overdue,
            @Nullable Long before,
            int limit) {}

    /** How long members waited for a decision; seconds. */
    public record DecisionTimes(
            long decided, long averageSeconds, long longestSeconds, long stillOpen, long overdueEver) {}

    /** A refund of the caller's own order, or of a store in his reach. */
    public RefundView require(long id, Caller caller) {
        return refunds.find(id)
                .filter(refund -> caller.realm() == Realm.MEMBER
                        ? OrderQueries.isVisible(orders.require(refund.order()), caller)
                        : caller.reaches(refund.store()))
                .map(RefundView::of)
                .orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    public List<RefundView> of(OrderId order, Caller caller) {
        OrderId own = orders.require(order, caller).id();
        return lists.idsOf(own).stream()
                .flatMap(id -> refunds.find(id).stream())
                .map(RefundView::of)
                .toList();
    }

    /** Newest first; only those of stores in reach. */
    public List<RefundView> page(Filter filter, Caller caller) {
        if (filter.limit() < 1 || filter.limit() > 200) {
            throw new IllegalArgumentException("limit must be 1 to 200");
        }
        return lists.page(caller.chainWide() ? null : caller.stores(), filter).stream()
                .flatMap(id -> refunds.find(id).stream())
                .map(RefundView::of)
                .toList();
    }

    public DecisionTimes decisionTimes(Instant from, Instant until, Caller caller) {
        RefundLists.Waiting found = lists.waiting(caller.chainWide() ? null : caller.stores(), from, until);
        return new DecisionTimes(
                found.decided(), found.averageSeconds(), found.longestSeconds(), found.open(), found.overdue());
    }
}
