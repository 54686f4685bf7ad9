package io.mendian.analytics.facts;

import io.mendian.contracts.member.StoreChanged;
import io.mendian.contracts.member.StoreOpened;
import io.mendian.runtime.persistence.UseCase;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the copy of a store; an older word changes nothing. Sales that came before the store get their right hour. */
@UseCase
public class PutStore {

    private final JdbcTemplate jdbc;

    PutStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a store. */
    public record Store(
            long id,
            String code,
            String name,
            String kind,
            String zone,
            @Nullable String region,
            boolean active,
            Instant changedAt) {

        public static Store of(StoreOpened event) {
            return new Store(
                    event.storeId().value(),
                    event.code(),
                    event.name(),
                    event.kind(),
                    event.zone(),
                    event.region(),
                    true,
                    event.openedAt());
        }

        public static Store of(StoreChanged event) {
            return new Store(
                    event.storeId().value(),
                    event.code(),
                    event.name(),
                    event.kind(),
                    event.zone(),
                    event.region(),
                    event.active(),
                    event.changedAt());
        }
    }

    @Transactional
    public void put(Store store) {
        List<Boolean> before = jdbc.queryForList(
                "SELECT known FROM dim_store WHERE store_id = ? FOR UPDATE", Boolean.class, store.id());
        if (before.isEmpty()) {
            jdbc.update("""
                    INSERT IGNORE INTO dim_store (store_id, zone, active, known, changed_at)
                    VALUES (?, ?, TRUE, FALSE, ?)
                    """, store.id(), store.zone(), Timestamp.from(Instant.EPOCH));
        }
        jdbc.update(
                """
                UPDATE dim_store
                SET code = ?, name = ?, kind = ?, zone = ?, region = ?, active = ?, known = TRUE, changed_at = ?
                WHERE store_id = ? AND changed_at <= ?
                """,
                store.code(),
                store.name(),
                store.kind(),
                store.zone(),
                store.region(),
                store.active(),
                Timestamp.from(store.changedAt()),
                store.id(),
                Timestamp.from(store.changedAt()));
        if (before.contains(false)) {
            rehour(store.id(), ZoneId.of(store.zone()));
        }
    }

    private record Timed(Object id, int hour, Instant at) {}

    /** Only for sales that came before their store: their hours were read in the chain's zone. */
    private void rehour(long store, ZoneId zone) {
        boolean changed = rehour("fact_order", "order_id", "paid_at", store, zone);
        changed |= rehour("fact_refund", "refund_id", "refunded_at", store, zone);
        if (changed) {
            jdbc.update("DELETE FROM agg_sales WHERE store_id = ?", store);
            jdbc.update(FoldSql.INTO_SALES + "WHERE store_id = ? " + FoldSql.GROUP_SALES, store);
        }
    }

    private boolean rehour(String table, String key, String instant, long store, ZoneId zone) {
        List<Timed> rows = jdbc.query(
                "SELECT " + key + ", hour_of_day, " + instant + " FROM " + table + " WHERE store_id = ?",
                (row, n) -> new Timed(
                        row.getObject(1), row.getInt(2), row.getTimestamp(3).toInstant()),
                store);
        List<Object[]> wrong = new ArrayList<>();
        for (Timed row : rows) {
            int hour = SaleFact.hour(row.at(), zone);
            if (hour != row.hour()) {
                wrong.add(new Object[] {hour, row.id()});
            }
        }
        if (!wrong.isEmpty()) {
            jdbc.batchUpdate("UPDATE " + table + " SET hour_of_day = ? WHERE " + key + " = ?", wrong);
        }
        return !wrong.isEmpty();
    }
}
