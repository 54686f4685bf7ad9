package io.mendian.marketing.budget;

import io.mendian.kernel.MemberKey;
import java.time.LocalDate;
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
    private final PeriodQuotaMapper periods;
    private final Budgets keeping;
    private final JdbcClient jdbc;

    BudgetQueries(
            PromotionBudgetMapper budgets,
            PromotionUseMapper uses,
            PeriodQuotaMapper periods,
            Budgets keeping,
            JdbcClient jdbc) {
        this.periods = periods;
        this.keeping = keeping;
        this.budgets = budgets;
        this.uses = uses;
        this.jdbc = jdbc;
    }

    public BudgetView budget(long promotionId) {
        PromotionBudgetRow row = budgets.selectById(promotionId);
        if (row == null) {
            return new BudgetView(Long.toString(promotionId), BudgetLimits.NONE, 0, 0, 0, 0, 0, 0);
        }
        Kept today = kept(List.of(promotionId)).getOrDefault(new Span(promotionId, Period.DAY), Kept.NOTHING);
        Kept week = kept(List.of(promotionId)).getOrDefault(new Span(promotionId, Period.WEEK), Kept.NOTHING);
        return new BudgetView(
                Long.toString(promotionId),
                new BudgetLimits(
                        row.limitMinor(),
                        row.limitUses(),
                        row.limitPerMember(),
                        row.limitMemberMinor(),
                        row.limitDayMinor(),
                        row.limitDayUses(),
                        row.limitWeekMinor(),
                        row.limitWeekUses()),
                row.keptMinor(),
                row.keptUses(),
                today.minor,
                today.uses,
                week.minor,
                week.uses);
    }

    private record Span(long promotionId, Period period) {}

    /** Money and orders that are kept. */
    private record Kept(long minor, long uses) {
        static final Kept NOTHING = new Kept(0, 0);

        /** What is left beside these for one more order; 0 when no order more is. */
        long left(@Nullable Long mostMinor, @Nullable Long mostUses) {
            if (mostUses != null && uses >= mostUses) {
                return 0;
            }
            return mostMinor == null ? Long.MAX_VALUE : mostMinor - minor;
        }

        Kept without(@Nullable PromotionUseRow own) {
            return own == null ? this : new Kept(minor - own.discountMinor(), uses - 1);
        }
    }

    private Map<Span, Kept> kept(Collection<Long> promotions) {
        LocalDate day = keeping.today();
        Map<Span, Kept> kept = new HashMap<>();
        periods.of(promotions, day, Period.WEEK.beginOf(day))
                .forEach(row ->
                        kept.put(new Span(row.promotionId(), row.period()), new Kept(row.keptMinor(), row.keptUses())));
        return kept;
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
        Map<Long, PromotionUseRow> own = new HashMap<>();
        if (hold != null) {
            uses.ofOrder(hold).stream()
                    .filter(use -> use.state() == PromotionUseState.HELD && use.counted())
                    .forEach(use -> own.put(use.promotionId(), use));
        }
        List<Long> ids = rows.stream().map(PromotionBudgetRow::promotionId).toList();
        Map<Span, Kept> spans = kept(ids);
        Map<Long, Kept> ofMember = member == null ? Map.of() : ofMember(ids, member);
        Map<Long, Long> left = new HashMap<>();
        for (PromotionBudgetRow row : rows) {
            long id = row.promotionId();
            PromotionUseRow mine = own.get(id);
            long least =
                    new Kept(row.keptMinor(), row.keptUses()).without(mine).left(row.limitMinor(), row.limitUses());
            for (Period period : Period.values()) {
                Kept kept = spans.getOrDefault(new Span(id, period), Kept.NOTHING)
                        .without(inSpan(mine, period) ? mine : null);
                least = Math.min(least, kept.left(period.money(row), period.uses(row)));
            }
            left.put(
                    id,
                    Math.min(
                            least,
                            leftOfMember(
                                    row,
                                    member,
                                    ofMember.getOrDefault(id, Kept.NOTHING).without(mine))));
        }
        return left;
    }

    private boolean inSpan(@Nullable PromotionUseRow mine, Period period) {
        return mine != null
                && mine.countedOn() != null
                && period.beginOf(mine.countedOn()).equals(period.beginOf(keeping.today()));
    }

    private static long leftOfMember(PromotionBudgetRow row, @Nullable MemberKey member, Kept kept) {
        Integer most = row.limitPerMember();
        if (member == null) {
            return most == null && row.limitMemberMinor() == null ? Long.MAX_VALUE : 0;
        }
        return kept.left(row.limitMemberMinor(), most == null ? null : most.longValue());
    }

    private Map<Long, Kept> ofMember(Collection<Long> promotions, MemberKey member) {
        Map<Long, Kept> kept = new HashMap<>();
        jdbc.sql("""
                SELECT promotion_id, kept_minor, kept_uses FROM promotion_member_quota
                WHERE member_key = :member AND promotion_id IN (:ids)
                """).param("member", member.value()).param("ids", promotions).query(row -> {
            kept.put(row.getLong(1), new Kept(row.getLong(2), row.getLong(3)));
        });
        return kept;
    }
}
