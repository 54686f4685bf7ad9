package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.UseCase;

/** The member takes his request back, as long as nobody has decided on it. */
@UseCase
public class WithdrawRequest {

    private final RefundSteps steps;
    private final AdvanceRefunds advanceRefunds;

    WithdrawRequest(RefundSteps steps, AdvanceRefunds advanceRefunds) {
        this.steps = steps;
        this.advanceRefunds = advanceRefunds;
    }

    public RefundView withdraw(OrderId order, long id) {
        return RefundView.of(advanceRefunds.advance(steps.withdraw(order, id)));
    }
}
