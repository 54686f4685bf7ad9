package io.mendian.marketing.budget;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves what an order keeps of promotions to its next state, each at most once: settled when paid, released when
 * cancelled, expired when overdue, returned when wholly refunded. An order that is paid after its hold ended takes from the
 * budget again; where nothing is left it is a shortage with an alarm.
 */
@UseCase
public class EndPromotionHold {

    private static final String BEYOND = "PROMOTION_BEYOND_BUDGET";

    private final PromotionUseMapper uses;
    private final Budgets budgets;
    private final Alarms alarms;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    EndPromotionHold(
            PromotionUseMapper uses,
            Budgets budgets,
            Alarms alarms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clock = clock;
        this.alarms = alarms;
        this.uses = uses;
        this.budgets = budgets;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Transactional
    public void end(OrderId order, PromotionUseState to) {
        for (PromotionUseRow use : uses.lock(order.value())) {
            if (!use.state().next().contains(to)) {
                continue;
            }
            boolean late = to == PromotionUseState.SETTLED && use.state() != PromotionUseState.HELD;
            PromotionUseState end = late && !keptAgain(use) ? PromotionUseState.SHORT : to;
            if (uses.move(order.value(), use.promotionId(), use.state(), end) != 1) {
                throw new IllegalStateException(
                        "promotion " + use.promotionId() + " of order " + order + " moved meanwhile");
            }
            if (to != PromotionUseState.SETTLED) {
                budgets.giveBack(use);
            }
        }
    }

    private boolean keptAgain(PromotionUseRow use) {
        try {
            savepoint.executeWithoutResult(status -> {
                if (use.firstOrder() && use.memberKey() != null) {
                    budgets.claimFirstOrder(use.memberKey(), use.orderId(), clock.instant());
                }
                budgets.keep(use);
            });
            return true;
        } catch (ProblemException e) {
            alarms.raise(
                    BEYOND,
                    use.orderId() + ":" + use.promotionId(),
                    Map.of(
                            "orderId", Long.toString(use.orderId()),
                            "promotionId", Long.toString(use.promotionId()),
                            "discountMinor", use.discountMinor()));
            return false;
        }
    }
}
