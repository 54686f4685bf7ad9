package io.mendian.member.rechargegift;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsSession;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A refunded recharge takes the points it gave and its unused coupons with it; coupons in use come back when they are free. */
@UseCase
public class StopRechargeGifts {

    private final RechargeCoupons coupons;
    private final JdbcTemplate jdbc;
    private final Alarms alarms;
    private final Clock clock;

    StopRechargeGifts(RechargeCoupons coupons, JdbcTemplate jdbc, Alarms alarms, Clock clock) {
        this.coupons = coupons;
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The session must have been opened for the member; its caller saves it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(OrderRefunded refund, MemberKey member, PointsSession session) {
        for (RefundLine line : refund.lines()) {
            if (line.kind().equals("RECHARGE")) {
                coupons.toWithdraw(refund.orderId().value(), line.lineId(), clock.instant());
                takePoints(refund, line, member, session);
            }
        }
    }

    private void takePoints(OrderRefunded refund, RefundLine line, MemberKey member, PointsSession session) {
        String cause = refund.orderId().text() + ":" + line.lineId();
        long given = jdbc
                .queryForList(
                        "SELECT delta FROM points_entry WHERE member_key = ? AND cause_type = 'RECHARGE' AND cause_id = ?",
                        Long.class,
                        member.value(),
                        cause)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        boolean taken = !jdbc.queryForList(
                        "SELECT id FROM points_entry WHERE member_key = ? AND cause_type = 'RECHARGE_BACK' AND cause_id = ?",
                        Long.class,
                        member.value(),
                        cause)
                .isEmpty();
        if (given == 0 || taken) {
            return;
        }
        if (session.canSpend(member, given)) {
            session.take(member, given, "RECHARGE_BACK", cause);
        } else {
            alarms.raise(
                    "RECHARGE_POINTS_SPENT",
                    refund.refundId(),
                    "the recharge gave " + given + " points that are spent already");
        }
    }
}
