package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of exchanges. */
@Repository
class Exchanges {

    private final JdbcClient jdbc;

    Exchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Exchange> find(long id) {
        return one("id = ?", id);
    }

    Optional<Exchange> lock(long id) {
        return one("id = ? FOR UPDATE", id);
    }

    Optional<Exchange> lockByNewOrder(OrderId newOrder) {
        return one("new_order_id = ? FOR UPDATE", newOrder.value());
    }

    private Optional<Exchange> one(String condition, long value) {
        return jdbc.sql("SELECT * FROM return_exchange WHERE " + condition)
                .param(value)
                .query(Exchanges::exchange)
                .optional();
    }

    List<Exchange> runningSince(Instant before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM return_exchange WHERE status = 'RUNNING' AND begun_at < ? ORDER BY begun_at LIMIT ?
                        """)
                .params(Timestamp.from(before), limit)
                .query(Exchanges::exchange)
                .list();
    }

    boolean hasBegunBefore(long id, Instant instant) {
        return jdbc.sql("SELECT COUNT(*) FROM return_exchange WHERE id = ? AND begun_at < ?")
                        .params(id, Timestamp.from(instant))
                        .query(Long.class)
                        .single()
                == 1;
    }

    void insert(Exchange exchange, Instant now) {
        jdbc.sql("""
                        INSERT INTO return_exchange (id, order_id, refund_id, new_order_id, status, carried_minor, begun_at)
                        VALUES (?, ?, ?, ?, 'RUNNING', 0, ?)
                        """)
                .params(
                        exchange.id(),
                        exchange.order().value(),
                        exchange.refund(),
                        exchange.newOrder().value(),
                        Timestamp.from(now))
                .update();
    }

    void end(Exchange exchange, ExchangeStatus status, long carriedMinor, Instant now) {
        Guard.one(
                jdbc.sql("""
                        UPDATE return_exchange SET status = ?, carried_minor = ?, ended_at = ?
                        WHERE id = ? AND status = 'RUNNING'
                        """)
                        .params(status.name(), carriedMinor, Timestamp.from(now), exchange.id())
                        .update(),
                () -> new ConcurrencyFailureException("exchange " + exchange.id() + " changed meanwhile"));
    }

    private static Exchange exchange(ResultSet row, int n) throws SQLException {
        return new Exchange(
                row.getLong("id"),
                OrderId.of(row.getLong("order_id")),
                row.getLong("refund_id"),
                OrderId.of(row.getLong("new_order_id")),
                ExchangeStatus.valueOf(row.getString("status")),
                row.getLong("carried_minor"));
    }
}
