package io.mendian.order.till;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of parked sales. A basket is taken up once; who comes second is told so for a day. */
@Repository
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

    /** Puts a basket aside under an id; the same id is the same basket. */
    @Transactional
    ParkedSale park(long id, StoreId store, String label, ParkedSale.Basket basket, StaffId by) {
        Optional<ParkedSale> before = find(store, id);
        if (before.isPresent()) {
            return before.get();
        }
        if (list(store).size() >= MOST) {
            throw TillProblem.PARKED_TOO_MANY.with("most", MOST);
        }
        Instant now = clock.instant();
        int ignored = jdbc.sql("""
                        INSERT INTO parked_sale (id, store_id, label, basket, parked_by, parked_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        store.value(),
                        label,
                        json.writeValueAsString(basket),
                        by.value(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(KEPT)))
                .update();
        return find(store, id).orElseThrow();
    }

    void held(long id, Instant until) {
        int ignored = jdbc.sql("UPDATE parked_sale SET held_until = ? WHERE id = ? AND taken_at IS NULL")
                .params(Timestamp.from(until), id)
                .update();
    }

    Optional<ParkedSale> find(StoreId store, long id) {
        return jdbc.sql("SELECT * FROM parked_sale WHERE id = ? AND store_id = ?")
                .params(id, store.value())
                .query(this::sale)
                .optional();
    }

    /** Those that nobody took and that have not expired, oldest first; at most 100. */
    public List<ParkedSale> list(StoreId store) {
        return jdbc.sql("""
                        SELECT * FROM parked_sale WHERE store_id = ? AND expires_at > ? AND taken_at IS NULL
                        ORDER BY id LIMIT 100
                        """)
                .params(store.value(), Timestamp.from(clock.instant()))
                .query(this::sale)
                .list();
    }

    /** Gives the basket to the first who asks; the same request gets it again. */
    @Transactional
    ParkedSale take(StoreId store, long id, long operation, StaffId by) {
        ParkedSale sale = find(store, id).orElseThrow(CommonProblem.NOT_FOUND::with);
        Instant now = clock.instant();
        Guard.one(
                jdbc.sql("""
                        UPDATE parked_sale SET taken_by = ?, taken_at = COALESCE(taken_at, ?), taken_op = ?
                        WHERE id = ? AND store_id = ? AND expires_at > ? AND (taken_at IS NULL OR taken_op = ?)
                        """)
                        .params(
                                by.value(),
                                Timestamp.from(now),
                                operation,
                                id,
                                store.value(),
                                Timestamp.from(now),
                                operation)
                        .update(),
                () -> refusal(id, sale, now));
        return sale;
    }

    private ProblemException refusal(long id, ParkedSale sale, Instant now) {
        boolean expired = !sale.expiresAt().isAfter(now);
        String by = jdbc.sql("SELECT taken_by FROM parked_sale WHERE id = ? AND taken_by IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
        return expired
                ? TillProblem.PARKED_SALE_EXPIRED.with("expiredAt", sale.expiresAt())
                : TillProblem.PARKED_SALE_GONE.with("takenBy", by);
    }

    /** Throws a basket away that nobody took. */
    @Transactional
    void delete(StoreId store, long id) {
        Guard.one(
                jdbc.sql("DELETE FROM parked_sale WHERE id = ? AND store_id = ? AND taken_at IS NULL")
                        .params(id, store.value())
                        .update(),
                CommonProblem.NOT_FOUND::with);
    }

    /** Forgets baskets that expired a day ago or earlier, at most {@code limit}. */
    public int forgetExpired(int limit) {
        return jdbc.sql("DELETE FROM parked_sale WHERE expires_at <= ? ORDER BY expires_at LIMIT ?")
                .params(Timestamp.from(clock.instant().minus(KEPT)), limit)
                .update();
    }

    private ParkedSale sale(ResultSet row, int n) throws SQLException {
        Timestamp held = row.getTimestamp("held_until");
        return new ParkedSale(
                Long.toString(row.getLong("id")),
                StoreId.of(row.getLong("store_id")),
                row.getString("label"),
                json.readValue(row.getString("basket"), ParkedSale.Basket.class),
                StaffId.of(row.getLong("parked_by")),
                row.getTimestamp("parked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                held == null ? null : held.toInstant());
    }
}
