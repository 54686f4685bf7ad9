package io.mendian.member.history;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Says what a refund would do to its member's assets: it does all of it, looks at what has changed, and takes everything
 * back. So the preview is what will happen, whatever the rules are.
 */
@UseCase
public class PreviewRefund {

    private final SettleRefund settleRefund;
    private final ConsumptionRecords records;
    private final JdbcClient jdbc;

    PreviewRefund(SettleRefund settleRefund, ConsumptionRecords records, JdbcClient jdbc) {
        this.settleRefund = settleRefund;
        this.records = records;
        this.jdbc = jdbc;
    }

    private record Lot(long id, long points, Instant expiresAt) {}

    private record Standing(long debt, @Nullable String level, long principal, long bonus) {}

    /** The order must be known here: paid, and told of. */
    @Transactional
    public RefundEffects preview(OrderRefunded refund) {
        MemberKey member = records.purchase(refund)
                .map(ConsumptionRecords.Purchase::member)
                .orElseThrow(HistoryProblem.ORDER_NOT_KNOWN_YET::with);
        try {
            long last = lastEntry(member);
            Set<Long> lots = lots(member);
            Standing before = standing(member);
            settleRefund.settle(refund);
            Standing after = standing(member);
            return new RefundEffects(
                    taken(member, last),
                    Math.max(0, after.debt - before.debt),
                    newLots(member, lots),
                    before.level,
                    after.level,
                    after.principal - before.principal,
                    after.bonus - before.bonus);
        } finally {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
    }

    private Standing standing(MemberKey member) {
        return jdbc.sql("""
                        SELECT COALESCE((SELECT debt FROM points_account WHERE member_key = :m), 0),
                            (SELECT level_code FROM level_standing WHERE member_key = :m),
                            COALESCE((SELECT principal_minor FROM wallet_account WHERE member_key = :m), 0),
                            COALESCE((SELECT bonus_minor FROM wallet_account WHERE member_key = :m), 0)
                        """)
                .param("m", member.value())
                .query((row, n) -> new Standing(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    private long lastEntry(MemberKey member) {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM points_entry WHERE member_key = ?")
                .param(member.value())
                .query(Long.class)
                .single();
    }

    private long taken(MemberKey member, long after) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(-delta), 0) FROM points_entry
                        WHERE member_key = ? AND id > ? AND cause_type = 'REFUND' AND delta < 0
                        """).params(member.value(), after).query(Long.class).single();
    }

    private Set<Long> lots(MemberKey member) {
        return jdbc.sql("SELECT id FROM points_lot WHERE member_key = ?")
                .param(member.value())
                .query(Long.class)
                .set();
    }

    private List<RefundEffects.Lot> newLots(MemberKey member, Set<Long> before) {
        return jdbc
                .sql("SELECT id, earned, expires_at FROM points_lot WHERE member_key = ? ORDER BY expires_at, id")
                .param(member.value())
                .query((row, n) -> new Lot(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()))
                .list()
                .stream()
                .filter(lot -> !before.contains(lot.id))
                .map(lot -> new RefundEffects.Lot(lot.points, lot.expiresAt))
                .toList();
    }
}
