package io.mendian.analytics.facts;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.runtime.event.Event;
import java.sql.Timestamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Books what events tell, in their transaction. Sales and refunds add up, so their order does not matter. */
@Component
public class BookFacts {

    private final Facts facts;
    private final StoreZones zones;
    private final JdbcTemplate jdbc;
    private final String currency;

    BookFacts(Facts facts, StoreZones zones, JdbcTemplate jdbc, @Value("${mendian.currency}") String currency) {
        this.facts = facts;
        this.zones = zones;
        this.jdbc = jdbc;
        this.currency = currency;
    }

    public void paid(Event<OrderPaid> event) {
        requireCurrency(event.data().currency());
        facts.batchOf(event).add(event.data());
    }

    public void refunded(Event<OrderRefunded> event) {
        requireCurrency(event.data().currency());
        facts.batchOf(event).add(event.data());
    }

    public void joined(Event<MemberJoined> event) {
        facts.batchOf(event).add(MemberRow.of(event.data(), zones.chain()));
    }

    public void levelChanged(Event<MemberLevelChanged> event) {
        facts.batchOf(event).add(MemberRow.of(event.data()));
    }

    public void pointsChanged(Event<PointsChanged> event) {
        facts.batchOf(event).add(PointsRow.of(event.data()));
    }

    public void dayClosed(Event<DayClosed> event) {
        DayClosed day = event.data();
        seen(event);
        jdbc.update(
                """
                INSERT INTO fact_day_closed (store_id, business_date, orders, sales_minor, refunds_minor, closed_at,
                    tips_minor)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE orders = VALUES(orders), sales_minor = VALUES(sales_minor),
                    refunds_minor = VALUES(refunds_minor), closed_at = VALUES(closed_at), tips_minor = VALUES(tips_minor)
                """,
                day.storeId().value(),
                day.businessDate(),
                day.orders(),
                day.salesMinor(),
                day.refundsMinor(),
                Timestamp.from(day.closedAt()),
                day.tipsMinor());
    }

    /** Counts an event whose effect is somebody else's, so that the freshness is right. */
    public void seen(Event<?> event) {
        facts.seen(event);
    }

    /** Amounts of two currencies never mix; such an event waits, visible, for a person. */
    private void requireCurrency(String given) {
        if (!given.equals(currency)) {
            throw new IllegalStateException("the chain's currency is " + currency + ", not " + given);
        }
    }
}
