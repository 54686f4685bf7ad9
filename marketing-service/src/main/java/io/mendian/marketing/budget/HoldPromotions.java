package io.mendian.marketing.budget;

import io.mendian.marketing.promotion.PromotionQueries;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the budgets of the promotions that an order uses: all or none. The same hold again is the same hold. */
@UseCase
public class HoldPromotions {

    private final PromotionUseMapper uses;
    private final Budgets budgets;
    private final PromotionQueries promotions;
    private final Clock clock;

    HoldPromotions(PromotionUseMapper uses, Budgets budgets, PromotionQueries promotions, Clock clock) {
        this.uses = uses;
        this.budgets = budgets;
        this.promotions = promotions;
        this.clock = clock;
    }

    @Transactional
    public void hold(HoldPromotionsCommand command) {
        List<PromotionUseRow> known = uses.ofOrder(command.order().value());
        if (!known.isEmpty()) {
            same(known, command);
            return;
        }
        Instant now = clock.instant();
        Set<Long> first = promotions.forFirstOrders(command.discounts().keySet());
        if (!first.isEmpty() && command.member() != null) {
            budgets.claimFirstOrder(command.member().value(), command.order().value(), now);
        }
        for (Map.Entry<Long, Long> each : new TreeMap<>(command.discounts()).entrySet()) {
            PromotionUseRow use = new PromotionUseRow(
                    command.order().value(),
                    each.getKey(),
                    command.member() == null ? null : command.member().value(),
                    each.getValue(),
                    false,
                    PromotionUseState.HELD,
                    command.expiresAt(),
                    now,
                    null,
                    first.contains(each.getKey()));
            try {
                uses.insert(use);
            } catch (DuplicateKeyException e) {
                // the same call at the same time was faster; its hold is ours
                same(uses.lock(command.order().value()), command);
                return;
            }
            budgets.keep(use);
        }
    }

    private static void same(List<PromotionUseRow> known, HoldPromotionsCommand command) {
        Map<Long, Long> discounts =
                known.stream().collect(Collectors.toMap(PromotionUseRow::promotionId, PromotionUseRow::discountMinor));
        if (!discounts.equals(command.discounts())) {
            throw BudgetProblem.PROMOTION_HOLD_DIFFERS.with();
        }
        if (known.stream()
                .anyMatch(use -> use.state() != PromotionUseState.HELD && use.state() != PromotionUseState.SETTLED)) {
            throw BudgetProblem.PROMOTION_HOLD_ENDED.with();
        }
    }
}
