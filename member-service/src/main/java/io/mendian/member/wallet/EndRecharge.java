package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a recharge that is refunded by the rules of law: what is left of it is set aside, then goes for good or is free
 * again; its instalments wait meanwhile, and stop with it.
 */
@UseCase
public class EndRecharge {

    private final Recharges recharges;
    private final WalletLedger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    EndRecharge(Recharges recharges, WalletLedger ledger, JdbcTemplate jdbc, Clock clock) {
        this.recharges = recharges;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets what is left aside and lets the instalments wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setAside(MemberKey member, long orderId, String lineId, StoredValue left) {
        ledger.setAside(member, left);
        instalments(orderId, lineId, "PLANNED", "PAUSED");
    }

    /** Undoes {@link #setAside}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(MemberKey member, long orderId, String lineId, StoredValue left) {
        ledger.free(member, left);
        instalments(orderId, lineId, "PAUSED", "PLANNED");
    }

    /** Takes what was set aside, for good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(
            MemberKey member, long orderId, String lineId, StoredValue left, long refundMinor, String refundId) {
        ledger.spendHeld(member, left, "RECHARGE_REFUND", orderId + ":" + lineId + ":" + refundId);
        recharges
                .lock(orderId, lineId)
                .ifPresent(recharge -> recharges.refund(
                        recharge,
                        Math.min(refundMinor, recharge.paidMinor() - recharge.refundedMinor()),
                        StoredValue.NONE));
        instalments(orderId, lineId, "PAUSED", "STOPPED");
    }

    private void instalments(long orderId, String lineId, String from, String to) {
        jdbc.update(
                "UPDATE bonus_instalment SET status = ?, ended_at = ? WHERE order_id = ? AND line_id = ? AND status = ?",
                to,
                to.equals("STOPPED") ? Timestamp.from(clock.instant()) : null,
                orderId,
                lineId,
                from);
    }
}
