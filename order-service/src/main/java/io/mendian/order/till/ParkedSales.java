package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.CommonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts baskets aside and takes them up again, at any till of the store, each once. A plain table without rules. */
@Component
public class ParkedSales {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ParkedSales(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public ParkedSale park(StoreId store, String label, ParkedSale.Basket basket, StaffId by) {
        if (list(store).size() >= MOST) {
            throw TillProblem.PARKED_TOO_MANY.with("most", MOST);
        }
        Instant now = clock.instant();
        ParkedSale sale = new ParkedSale(Long.toString(Ids.next()), store, label, basket, by, now, now.plus(KEPT));
        int ignored = jdbc.sql("""
                        INSERT INTO parked_sale (id, store_id, label, basket, parked_by, parked_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        sale.parkedSaleId(),
                        store.value(),
                        label,
                        json.writeValueAsString(basket),
                        by.value(),
                        Timestamp.from(now),
                        Timestamp.from(sale.expiresAt()))
                .update();
        return sale;
    }

    /** Those that have not expired, oldest first; at most 100. */
    public List<ParkedSale> list(StoreId store) {
        return jdbc.sql("SELECT * FROM parked_sale WHERE store_id = ? AND expires_at > ? ORDER BY id LIMIT 100")
                .params(store.value(), Timestamp.from(clock.instant()))
                .query(this::sale)
                .list();
    }

    /** Gives the basket to the first who asks; it is parked no more. */
    @Transactional
    public ParkedSale resume(StoreId store, long id) {
        ParkedSale sale = jdbc.sql("SELECT * FROM parked_sale WHERE id = ? AND store_id = ? AND expires_at > ?")
                .params(id, store.value(), Timestamp.from(clock.instant()))
                .query(this::sale)
                .optional()
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        Guard.one(delete(store, id), TillProblem.PARKED_SALE_GONE::with);
        return sale;
    }

    /** Throws a basket away. */
    @Transactional
    public void discard(StoreId store, long id) {
        Guard.one(delete(store, id), CommonProblem.NOT_FOUND::with);
    }

    /** Forgets baskets that have expired, at most {@code limit}. */
    public int forgetExpired(int limit) {
        return jdbc.sql("DELETE FROM parked_sale WHERE expires_at <= ? ORDER BY expires_at LIMIT ?")
                .params(Timestamp.from(clock.instant()), limit)
                .update();
    }

    private int delete(StoreId store, long id) {
        return jdbc.sql("DELETE FROM parked_sale WHERE id = ? AND store_id = ?")
                .params(id, store.value())
                .update();
    }

    private ParkedSale sale(ResultSet row, int n) throws SQLException {
        return new ParkedSale(
                Long.toString(row.getLong("id")),
                StoreId.of(row.getLong("store_id")),
                row.getString("label"),
                json.readValue(row.getString("basket"), ParkedSale.Basket.class),
                StaffId.of(row.getLong("parked_by")),
                row.getTimestamp("parked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
