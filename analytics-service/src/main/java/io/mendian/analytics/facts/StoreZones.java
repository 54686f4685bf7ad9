package io.mendian.analytics.facts;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The time zone of each store. A store whose opening has not arrived yet (another topic) gets the chain's zone and a
 * row that {@link PutStore} waits for, so that its hours are put right when it becomes known.
 */
@Component
class StoreZones {

    private final JdbcTemplate jdbc;
    private final ZoneId chain;

    StoreZones(JdbcTemplate jdbc, @Value("${mendian.zone}") ZoneId chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    ZoneId chain() {
        return chain;
    }

    ZoneId in(Map<Long, ZoneId> zones, long store) {
        return zones.getOrDefault(store, chain);
    }

    Map<Long, ZoneId> of(TreeSet<Long> stores) {
        if (stores.isEmpty()) {
            return Map.of();
        }
        Map<Long, ZoneId> zones = read(stores);
        List<Object[]> unknown = stores.stream()
                .filter(store -> !zones.containsKey(store))
                .map(store -> new Object[] {store, chain.getId(), Timestamp.from(Instant.EPOCH)})
                .toList();
        if (unknown.isEmpty()) {
            return zones;
        }
        jdbc.batchUpdate("""
                INSERT IGNORE INTO dim_store (store_id, zone, active, known, changed_at)
                VALUES (?, ?, TRUE, FALSE, ?)
                """, unknown);
        return read(stores);
    }

    /** A share lock: the zone does not change before these facts are committed. */
    private Map<Long, ZoneId> read(TreeSet<Long> stores) {
        Map<Long, ZoneId> zones = new HashMap<>();
        jdbc.query(
                "SELECT store_id, zone FROM dim_store WHERE store_id" + Sql.in(stores) + " LOCK IN SHARE MODE",
                row -> {
                    zones.put(row.getLong(1), zone(row.getString(2)));
                },
                stores.toArray());
        return zones;
    }

    private ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return chain;
        }
    }
}
