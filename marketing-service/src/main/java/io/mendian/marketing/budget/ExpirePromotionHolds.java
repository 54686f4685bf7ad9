package io.mendian.marketing.budget;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.hold.HoldTable;
import io.mendian.runtime.hold.OverdueHolds;
import io.mendian.runtime.persistence.UseCase;

/** Frees the budgets that overdue orders keep and do not need any more; at most {@code limit} orders per run. */
@UseCase
public class ExpirePromotionHolds {

    private static final HoldTable BUDGETS = new HoldTable("PROMOTION", "promotion_use", "order_id", "state");

    private final OverdueHolds overdue;
    private final EndPromotionHold end;

    ExpirePromotionHolds(OverdueHolds overdue, EndPromotionHold end) {
        this.overdue = overdue;
        this.end = end;
    }

    /** Gives the number of orders whose holds ended or were put off. */
    public int expire(int limit) {
        return overdue.expire(BUDGETS, limit, order -> {
            end.end(OrderId.of(order), PromotionUseState.EXPIRED);
            return true;
        });
    }
}
