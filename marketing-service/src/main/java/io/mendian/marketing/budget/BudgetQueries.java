package io.mendian.marketing.budget;

import io.mendian.kernel.MemberKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of budgets. */
@Component
public class BudgetQueries {

    private final PromotionBudgetMapper budgets;
    private final PromotionUseMapper uses;
    private final JdbcClient jdbc;

    BudgetQueries(PromotionBudgetMapper budgets, PromotionUseMapper uses, JdbcClient jdbc) {
        this.budgets = budgets;
        this.uses = uses;
        this.jdbc = jdbc;
    }

    public BudgetView budget(long promotionId) {
        PromotionBudgetRow row = budgets.selectById(promotionId);
        return row == null
                ? new BudgetView(Long.toString(promotionId), new BudgetLimits(null, null, null), 0, 0)
                : new BudgetView(
                        Long.toString(promotionId),
                        new BudgetLimits(row.limitMinor(), row.limitUses(), row.limitPerMember()),
                        row.keptMinor(),
                        row.keptUses());
    }

    /**
     * What each promotion may still take off one order of this member; promotions without a budget are absent. What the
     * order's own hold keeps counts as free, so that an order can be quoted again.
     */
    public Map<Long, Long> left(Collection<Long> promotions, @Nullable MemberKey member, @Nullable Long hold) {
        if (promotions.isEmpty()) {
            return Map.of();
        }
        List<PromotionBudgetRow> rows = budgets.byIds(promotions);
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> own = new HashMap<>();
        if (hold != null) {
            uses.ofOrder(hold).stream()
                    .filter(use -> use.state() == PromotionUseState.HELD)
                    .forEach(use -> own.put(use.promotionId(), use.discountMinor()));
        }
        Map<Long, Long> memberUses = member == null ? Map.of() : memberUses(promotions, member);
        Map<Long, Long> left = new HashMap<>();
        for (PromotionBudgetRow row : rows) {
            left.put(row.promotionId(), left(row, member != null, memberUses, own));
        }
        return left;
    }

    private static long left(PromotionBudgetRow row, boolean member, Map<Long, Long> memberUses, Map<Long, Long> own) {
        long ownUses = own.containsKey(row.promotionId()) ? 1 : 0;
        boolean usesLeft = row.limitUses() == null || row.keptUses() - ownUses < row.limitUses();
        boolean memberLeft = row.limitPerMember() == null
                || (member && memberUses.getOrDefault(row.promotionId(), 0L) - ownUses < row.limitPerMember());
        if (!usesLeft || !memberLeft) {
            return 0;
        }
        return row.limitMinor() == null
                ? Long.MAX_VALUE
                : row.limitMinor() - row.keptMinor() + own.getOrDefault(row.promotionId(), 0L);
    }

    private Map<Long, Long> memberUses(Collection<Long> promotions, MemberKey member) {
        Map<Long, Long> uses = new HashMap<>();
        jdbc.sql(
                        "SELECT promotion_id, kept_uses FROM promotion_member_quota WHERE member_key = :member AND promotion_id IN (:ids)")
                .param("member", member.value())
                .param("ids", promotions)
                .query(row -> {
                    uses.put(row.getLong(1), row.getLong(2));
                });
        return uses;
    }
}
