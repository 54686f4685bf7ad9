package io.mendian.marketing.budget;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Frees the budgets that overdue orders keep; at most {@code limit} orders per run. */
@UseCase
public class ExpirePromotionHolds {

    private final PromotionUseMapper uses;
    private final EndPromotionHold end;
    private final Clock clock;

    ExpirePromotionHolds(PromotionUseMapper uses, EndPromotionHold end, Clock clock) {
        this.uses = uses;
        this.end = end;
        this.clock = clock;
    }

    /** Gives the number of orders looked at. */
    @Transactional
    public int expire(int limit) {
        List<Long> overdue = uses.overdue(clock.instant(), limit);
        overdue.forEach(order -> end.end(OrderId.of(order), PromotionUseState.EXPIRED));
        return overdue.size();
    }
}
