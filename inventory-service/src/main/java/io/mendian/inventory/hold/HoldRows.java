package io.mendian.inventory.hold;

import io.mendian.runtime.persistence.BulkInsert;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The inserts of many rows at once, as text: to bind their values one by one cost more than to send them. */
@Component
class HoldRows {

    private final JdbcTemplate jdbc;

    HoldRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One insert of holds that stand; throws DuplicateKeyException when one of them is there already. */
    void insertHeld(List<HoldRow> rows) {
        BulkInsert insert =
                new BulkInsert("stock_hold (hold_id, store_id, state, created_at, expires_at)", rows.size());
        for (HoldRow row : rows) {
            insert.row()
                    .with(row.holdId())
                    .with(Objects.requireNonNull(row.storeId()))
                    .with(row.state())
                    .with(row.createdAt())
                    .with(row.expiresAt());
        }
        insert.send(jdbc);
    }

    void insertLines(List<HoldLineRow> rows) {
        BulkInsert insert = new BulkInsert("stock_hold_line (hold_id, sku_id, quantity)", rows.size());
        for (HoldLineRow row : rows) {
            insert.row().with(row.holdId()).with(row.skuId()).with(row.quantity());
        }
        insert.send(jdbc);
    }
}
