package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of refunds; one of a store out of reach is missing. */
@Component
public class RefundQueries {

    private final Refunds refunds;
    private final OrderQueries orders;

    RefundQueries(Refunds refunds, OrderQueries orders) {
        this.refunds = refunds;
        this.orders = orders;
    }

    /** What would go back, without doing it. */
    public RefundPlan plan(OrderId order, List<RefundPlan.Wish> wishes, Caller caller) {
        return RefundPlanner.plan(orders.require(order, caller), wishes);
    }

    public RefundView require(long id, Caller caller) {
        return refunds.find(id)
                .filter(refund -> caller.reaches(refund.store()))
                .map(RefundView::of)
                .orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    public List<RefundView> of(OrderId order, Caller caller) {
        OrderId own = orders.require(order, caller).id();
        return refunds.idsOf(own).stream()
                .flatMap(id -> refunds.find(id).stream())
                .map(RefundView::of)
                .toList();
    }

    /** Newest first; only those of stores in reach. */
    public List<RefundView> page(@Nullable RefundStatus status, @Nullable Long before, int limit, Caller caller) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit must be 1 to 200");
        }
        return refunds.idsByStatus(status, before, limit).stream()
                .flatMap(id -> refunds.find(id).stream())
                .filter(refund -> caller.reaches(refund.store()))
                .map(RefundView::of)
                .toList();
    }
}
