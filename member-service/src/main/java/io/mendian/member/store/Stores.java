package io.mendian.member.store;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code store}. */
@Repository
class Stores {

    private final JdbcClient jdbc;

    Stores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StoreRow row, @Nullable Long openedBy) {
        try {
            jdbc.sql("""
                            INSERT INTO store
                                (id, code, name, kind, zone, day_ends, region, active, version, opened_by, opened_at,
                                 changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, TRUE, 1, ?, ?, ?)
                            """)
                    .params(row.id(), row.code(), row.name(), row.kind().name(), zone(row.zone()))
                    .params(Arrays.asList(row.dayEnds().toString(), row.region(), openedBy))
                    .params(Timestamp.from(row.openedAt()), Timestamp.from(row.openedAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw StoreProblem.STORE_CODE_TAKEN.with("code", row.code());
        }
    }

    /** Writes what may change, if nobody was faster. */
    void update(StoreRow row, long seen, Timestamp now) {
        int rows = jdbc.sql("""
                        UPDATE store SET name = ?, kind = ?, zone = ?, day_ends = ?, region = ?, active = ?,
                            version = version + 1, changed_at = ?
                        WHERE id = ? AND version = ?
                        """)
                .params(
                        row.name(),
                        row.kind().name(),
                        zone(row.zone()),
                        row.dayEnds().toString(),
                        row.region())
                .params(row.active(), now, row.id(), seen)
                .update();
        Guard.one(rows, StoreProblem.STORE_CHANGED_MEANWHILE::with);
    }

    Optional<StoreRow> find(StoreId id) {
        return jdbc.sql("SELECT * FROM store WHERE id = ?")
                .params(id.value())
                .query(Stores::row)
                .optional();
    }

    /** By code; {@code within} null means all, otherwise only these. */
    List<StoreRow> list(@Nullable Collection<StoreId> within, @Nullable String region, String after, int limit) {
        List<Long> ids = within == null
                ? List.of(0L)
                : within.stream().map(StoreId::value).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT * FROM store
                        WHERE code > :after AND (:all OR id IN (:ids))
                          AND (:region IS NULL OR region = :region OR region LIKE CONCAT(:region, '/%'))
                        ORDER BY code LIMIT :most
                        """)
                .param("after", after)
                .param("all", within == null)
                .param("ids", ids)
                .param("region", region)
                .param("most", limit)
                .query(Stores::row)
                .list();
    }

    private static String zone(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw StoreProblem.ZONE_UNKNOWN.with("zone", zone);
        }
    }

    private static StoreRow row(ResultSet row, int n) throws SQLException {
        return new StoreRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                StoreKind.valueOf(row.getString("kind")),
                row.getString("zone"),
                LocalTime.parse(row.getString("day_ends")),
                row.getString("region"),
                row.getBoolean("active"),
                row.getLong("version"),
                row.getTimestamp("opened_at").toInstant());
    }
}
