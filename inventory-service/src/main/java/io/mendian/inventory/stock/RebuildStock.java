package io.mendian.inventory.stock;

import io.mendian.runtime.books.Rebuild;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the quantities of a SKU in a store ({@code storeId:skuId}) again from its movements and the live holds. */
@Component
class RebuildStock implements Rebuild {

    static final String KIND = "STOCK";
    private static final String READ =
            "SELECT on_hand, reserved FROM stock WHERE store_id = ? AND sku_id = ? FOR UPDATE";

    private final JdbcTemplate jdbc;

    RebuildStock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String rebuild(String subjectId) {
        String[] parts = subjectId.split(":", -1);
        if (parts.length != 2) {
            throw CommonProblem.NOT_FOUND.with();
        }
        long store = Long.parseLong(parts[0]);
        long sku = Long.parseLong(parts[1]);
        List<Map<String, Object>> before = jdbc.queryForList(READ, store, sku);
        jdbc.update("""
                UPDATE stock SET
                    on_hand = (SELECT COALESCE(SUM(m.delta), 0) FROM stock_movement m
                        WHERE m.store_id = stock.store_id AND m.sku_id = stock.sku_id),
                    reserved = (SELECT COALESCE(SUM(l.quantity), 0) FROM stock_hold h
                        JOIN stock_hold_line l ON l.hold_id = h.hold_id
                        WHERE h.store_id = stock.store_id AND l.sku_id = stock.sku_id AND h.state = 'HELD')
                WHERE store_id = ? AND sku_id = ?
                """, store, sku);
        return before + " → " + jdbc.queryForList(READ, store, sku);
    }
}
