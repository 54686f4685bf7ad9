package io.mendian.inventory.hold;

import io.mendian.runtime.persistence.UtcTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The inserts of many rows at once, in plain JDBC: to compose them in MyBatis cost more than to send them. */
@Component
class HoldRows {

    private final JdbcTemplate jdbc;

    HoldRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One insert of holds that stand; throws DuplicateKeyException when one of them is there already. */
    void insertHeld(List<HoldRow> rows) {
        int[][] ignored = jdbc.batchUpdate("""
                INSERT INTO stock_hold (hold_id, store_id, state, expires_at, created_at) VALUES (?, ?, ?, ?, ?)
                """, rows, rows.size(), HoldRows::set);
    }

    void insertLines(List<HoldLineRow> rows) {
        int[][] ignored = jdbc.batchUpdate("""
                INSERT INTO stock_hold_line (hold_id, sku_id, quantity) VALUES (?, ?, ?)
                """, rows, rows.size(), HoldRows::set);
    }

    private static void set(PreparedStatement insert, HoldRow row) throws SQLException {
        insert.setLong(1, row.holdId());
        insert.setLong(2, Objects.requireNonNull(row.storeId()));
        insert.setString(3, row.state().name());
        insert.setObject(4, UtcTime.of(row.expiresAt()));
        insert.setObject(5, UtcTime.of(row.createdAt()));
    }

    private static void set(PreparedStatement insert, HoldLineRow row) throws SQLException {
        insert.setLong(1, row.holdId());
        insert.setLong(2, row.skuId());
        insert.setLong(3, row.quantity());
    }
}
