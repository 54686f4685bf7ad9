package io.mendian.order.refund;

import io.mendian.runtime.persistence.UseCase;

/** Tries a failed refund again, under its old number. */
@UseCase
public class RetryRefund {

    private final RefundSteps steps;
    private final Refunds refunds;
    private final AdvanceRefunds advanceRefunds;

    RetryRefund(RefundSteps steps, Refunds refunds, AdvanceRefunds advanceRefunds) {
        this.steps = steps;
        this.refunds = refunds;
        this.advanceRefunds = advanceRefunds;
    }

    public RefundView retry(long id) {
        steps.retry(id);
        return RefundView.of(advanceRefunds.advance(refunds.find(id).orElseThrow()));
    }
}
