package io.mendian.order.presale;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.shift.MoveCash;
import io.mendian.order.shift.ShiftQueries;
import io.mendian.order.shift.ShiftReport;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Pays what a merchant owes beyond the deposit: in cash out of the open shift's drawer, or by bank with a reference; once. */
@UseCase
public class PayPenalty {

    private final OrderHandings orders;
    private final ShiftQueries shifts;
    private final MoveCash moveCash;
    private final Alarms alarms;
    private final JdbcClient jdbc;
    private final Clock clock;

    PayPenalty(
            OrderHandings orders, ShiftQueries shifts, MoveCash moveCash, Alarms alarms, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.shifts = shifts;
        this.moveCash = moveCash;
        this.alarms = alarms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How it was paid. */
    public enum Way {
        CASH,
        BANK
    }

    /** What was owed and is paid now, in the smallest unit. */
    public record Paid(OrderId orderId, long penaltyMinor, Way way, String reference) {}

    @Transactional
    public Paid pay(OrderId id, Way way, String reference, Caller by) {
        Order order = orders.lock(id, found -> OrderQueries.isVisible(found, by));
        Optional<Long> owed = jdbc.sql(
                        "SELECT penalty_minor FROM presale_order WHERE order_id = ? AND penalty_minor > 0 AND penalty_at IS NULL"
                                + " FOR UPDATE")
                .param(id.value())
                .query(Long.class)
                .optional();
        long penalty = owed.orElseThrow(PresaleProblem.PRESALE_NO_PENALTY::with);
        Guard.one(
                jdbc.sql("""
                        UPDATE presale_order SET penalty_way = ?, penalty_reference = ?, penalty_by = ?, penalty_at = ?
                        WHERE order_id = ? AND penalty_at IS NULL AND penalty_minor = ?
                        """)
                        .params(
                                way.name(),
                                reference,
                                by.staffId().value(),
                                Timestamp.from(clock.instant()),
                                id.value(),
                                penalty)
                        .update(),
                PresaleProblem.PRESALE_NO_PENALTY::with);
        if (way == Way.CASH) {
            long shift =
                    Long.parseLong(shifts.current(order.head().store(), null).shiftId());
            ShiftReport ignored = moveCash.move(new MoveCash.Command(
                    order.head().store(),
                    shift,
                    -penalty,
                    "定金双倍返还 " + order.head().no(),
                    "PENALTY-" + id.text(),
                    by.staffId()));
        }
        alarms.clear(EndPresale.OWED, id.text());
        return new Paid(id, penalty, way, reference);
    }
}
