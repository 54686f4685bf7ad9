package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.runtime.persistence.UseCase;
import org.jspecify.annotations.Nullable;

/** The second person's word on a refund above the limit; whoever asked for it cannot decide. */
@UseCase
public class DecideRefund {

    private final RefundSteps steps;
    private final AdvanceRefunds advanceRefunds;

    DecideRefund(RefundSteps steps, AdvanceRefunds advanceRefunds) {
        this.steps = steps;
        this.advanceRefunds = advanceRefunds;
    }

    /** Says yes: the money goes back. No: pieces and money are free to be asked for again. */
    public RefundView decide(OrderId order, long id, boolean yes, StaffId by, @Nullable String note) {
        Refund refund = yes ? steps.approve(order, id, by) : steps.reject(order, id, by, note);
        return RefundView.of(advanceRefunds.advance(refund));
    }
}
