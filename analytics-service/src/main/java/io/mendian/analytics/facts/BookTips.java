package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderTipped;
import io.mendian.kernel.StaffId;
import java.sql.Timestamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books a tip, or one that went back, in its event's transaction and once. Tips are in no figure of sales. */
@Component
public class BookTips {

    private final JdbcTemplate jdbc;
    private final String currency;

    BookTips(JdbcTemplate jdbc, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.currency = currency;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tipped(OrderTipped tip) {
        if (!tip.currency().equals(currency)) {
            throw new IllegalStateException("the chain's currency is " + currency + ", not " + tip.currency());
        }
        StaffId staff = tip.staffId();
        jdbc.update(
                """
                INSERT IGNORE INTO fact_tip (tip_id, order_id, store_id, staff_id, kind, amount_minor, business_date, tipped_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Long.parseLong(tip.tipId()),
                tip.orderId().value(),
                tip.storeId().value(),
                staff == null ? null : staff.value(),
                tip.kind(),
                tip.amountMinor(),
                tip.businessDate(),
                Timestamp.from(tip.tippedAt()));
    }
}
