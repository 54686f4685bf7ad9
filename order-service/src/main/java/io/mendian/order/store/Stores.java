package io.mendian.order.store;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.StoreId;
import io.mendian.order.store.client.StoreClient;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The copies of the stores. A store whose event is still on the way is asked for at member-service. */
@Repository
public class Stores {

    private static final String SELECT =
            "SELECT id, code, name, zone, day_ends, active, closed_until FROM store_copy WHERE id = ?";

    private final JdbcClient jdbc;
    private final StoreClient client;

    Stores(JdbcClient jdbc, StoreClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** A store that trades. May ask member-service, so not inside a transaction. */
    public Store requireTrading(StoreId id) {
        Store store = find(id).orElseGet(() -> fetch(id));
        if (!store.active()) {
            throw StoreProblem.STORE_NOT_OPEN.with("store", store.name());
        }
        return store;
    }

    public Optional<Store> find(StoreId id) {
        return jdbc.sql(SELECT).param(id.value()).query((row, n) -> store(row)).optional();
    }

    /** The store, whose day cannot be closed until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Store requireWithDayOpen(StoreId id) {
        return jdbc.sql(SELECT + " LOCK IN SHARE MODE")
                .param(id.value())
                .query((row, n) -> store(row))
                .optional()
                .orElseThrow(StoreProblem.STORE_NOT_FOUND::with);
    }

    /** The store, locked: nobody books a sale in it until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Store requireLocked(StoreId id) {
        return jdbc.sql(SELECT + " FOR UPDATE")
                .param(id.value())
                .query((row, n) -> store(row))
                .optional()
                .orElseThrow(StoreProblem.STORE_NOT_FOUND::with);
    }

    /** Closes the till of a business date; false when it was closed before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean closeDay(StoreId id, LocalDate date) {
        return jdbc.sql("""
                        UPDATE store_copy SET closed_until = ?
                        WHERE id = ? AND (closed_until IS NULL OR closed_until < ?)
                        """).params(date, id.value(), date).update() == 1;
    }

    public List<Store> all(int limit) {
        return jdbc.sql(
                        "SELECT id, code, name, zone, day_ends, active, closed_until FROM store_copy ORDER BY id LIMIT ?")
                .param(limit)
                .query((row, n) -> store(row))
                .list();
    }

    /** Keeps the newest master data; the close of the day is this service's own. */
    public void keep(Store store) {
        jdbc.sql("""
                        INSERT INTO store_copy (id, code, name, zone, day_ends, active) VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE code = VALUES(code), name = VALUES(name), zone = VALUES(zone),
                            day_ends = VALUES(day_ends), active = VALUES(active)
                        """)
                .params(
                        store.id().value(),
                        store.code(),
                        store.name(),
                        store.day().zone().getId(),
                        store.day().dayEnds().toString(),
                        store.active())
                .update();
    }

    private Store fetch(StoreId id) {
        try {
            StoreClient.StoreAnswer answer = client.store(id.text());
            BusinessDay day = new BusinessDay(ZoneId.of(answer.zone()), answer.dayEnds());
            Store store = new Store(id, answer.code(), answer.name(), day, answer.active(), null);
            jdbc.sql("""
                            INSERT IGNORE INTO store_copy (id, code, name, zone, day_ends, active)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id.value(),
                            store.code(),
                            store.name(),
                            answer.zone(),
                            answer.dayEnds().toString(),
                            store.active())
                    .update();
            return store;
        } catch (ProblemException e) {
            if (e.problem().status() == CommonProblem.NOT_FOUND.status()) {
                throw StoreProblem.STORE_NOT_FOUND.with();
            }
            throw e;
        }
    }

    private static Store store(ResultSet row) throws SQLException {
        return new Store(
                StoreId.of(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                new BusinessDay(ZoneId.of(row.getString("zone")), LocalTime.parse(row.getString("day_ends"))),
                row.getBoolean("active"),
                row.getObject("closed_until", LocalDate.class));
    }
}
