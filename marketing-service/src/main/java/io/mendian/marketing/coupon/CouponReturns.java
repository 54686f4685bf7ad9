package io.mendian.marketing.coupon;

import io.mendian.kernel.OrderId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of an order's coupons if all of it is refunded now. Changes nothing. */
@Component
public class CouponReturns {

    private final JdbcClient jdbc;
    private final Clock clock;

    CouponReturns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What happens to a coupon. */
    public enum Fate {
        /** It was used for the order and can be used again. */
        RETURNED,
        /** It was used for the order and has expired since: it does not come back. */
        EXPIRED,
        /** It was given for the purchase and goes with it. */
        WITHDRAWN,
        /** It was given for the purchase and is used up: it stays so. */
        KEPT
    }

    /** A coupon and what happens to it. */
    public record Coupon(String couponId, String name, Fate fate, Instant validTo) {}

    public List<Coupon> ofOrder(OrderId order) {
        return jdbc.sql("""
                        SELECT c.id, t.name, c.valid_to,
                            CASE WHEN c.order_id = :order AND c.state = 'USED'
                                 THEN CASE WHEN c.withdraw_asked = 1 THEN 'WITHDRAWN'
                                           WHEN c.valid_to > :now THEN 'RETURNED' ELSE 'EXPIRED' END
                                 WHEN c.state IN ('AVAILABLE', 'HELD') THEN 'WITHDRAWN' ELSE 'KEPT' END AS fate
                        FROM coupon c JOIN coupon_template t ON t.id = c.template_id
                        WHERE (c.order_id = :order AND c.state = 'USED')
                           OR (c.cause_type = 'ORDER_PAID' AND c.cause_id = :cause AND c.state IN ('AVAILABLE', 'HELD', 'USED'))
                        ORDER BY c.id LIMIT 100
                        """)
                .param("order", order.value())
                .param("cause", order.text())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Coupon(
                        Long.toString(row.getLong("id")),
                        row.getString("name"),
                        Fate.valueOf(row.getString("fate")),
                        row.getTimestamp("valid_to").toInstant()))
                .list();
    }
}
