package io.mendian.inventory.alert;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads alerts of the stores within reach, newest first. */
@Component
public class AlertQueries {

    private final JdbcClient jdbc;

    AlertQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code before} is the id of the last alert seen. */
    public List<AlertView> list(boolean chainWide, Set<StoreId> stores, boolean unseenOnly, long before, int limit) {
        return jdbc.sql("""
                        SELECT id, store_id, sku_id, kind, quantity, reference, raised_at, seen_at FROM stock_alert
                        WHERE id < :before AND (:chain OR store_id IN (:stores)) AND NOT (:unseen AND seen_at IS NOT NULL)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("chain", chainWide)
                .param(
                        "stores",
                        stores.isEmpty()
                                ? List.of(-1L)
                                : stores.stream().map(StoreId::value).toList())
                .param("unseen", unseenOnly)
                .param("limit", limit)
                .query((row, n) -> {
                    Timestamp seen = row.getTimestamp("seen_at");
                    return new AlertView(
                            row.getString("id"),
                            StoreId.of(row.getLong("store_id")),
                            SkuId.of(row.getLong("sku_id")),
                            AlertKind.valueOf(row.getString("kind")),
                            row.getLong("quantity"),
                            row.getString("reference"),
                            row.getTimestamp("raised_at").toInstant(),
                            seen == null ? null : seen.toInstant());
                })
                .list();
    }
}
