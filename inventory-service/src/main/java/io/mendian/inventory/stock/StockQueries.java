package io.mendian.inventory.stock;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads balances, movements and documents. Every list is paged by the last key seen. */
@Component
public class StockQueries {

    private static final String STOCK = """
            SELECT s.store_id, s.sku_id, k.code, k.name, k.unit, s.on_hand, s.reserved, s.safety, s.low,
                COALESCE((SELECT SUM(l.shipped) FROM stock_transfer t
                          JOIN stock_transfer_line l ON l.transfer_id = t.id AND l.sku_id = s.sku_id
                          WHERE t.to_store_id = s.store_id AND t.state = 'IN_TRANSIT'), 0) AS in_transit
            FROM stock s LEFT JOIN sku k ON k.sku_id = s.sku_id
            """;

    private final JdbcClient jdbc;

    StockQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page; {@code next} is what to pass as {@code after} (or {@code before}) to go on, absent on the last page. */
    public record Page<T>(List<T> items, @Nullable String next) {}

    /** One store's stock in SKU order. {@code text} finds a code exactly or a part of the name. */
    public Page<StockView> ofStore(StoreId store, @Nullable String text, boolean lowOnly, long after, int limit) {
        var query = jdbc.sql(STOCK + " WHERE s.store_id = :store AND s.sku_id > :after"
                        + (lowOnly ? " AND s.low" : "")
                        + (text == null ? "" : " AND (k.code = :text OR k.name LIKE :part)")
                        + " ORDER BY s.sku_id LIMIT :limit")
                .param("store", store.value())
                .param("after", after)
                .param("limit", limit);
        if (text != null) {
            query = query.param("text", text).param("part", "%" + text.replaceAll("[%_\\\\]", "\\\\$0") + "%");
        }
        List<StockView> items = query.query(StockQueries::stock).list();
        return new Page<>(
                items, items.size() < limit ? null : items.getLast().skuId().text());
    }

    /** One SKU over the stores within reach, in store order. */
    public Page<StockView> ofSku(SkuId sku, boolean chainWide, Set<StoreId> stores, long after, int limit) {
        List<StockView> items = jdbc.sql(STOCK + """
                         WHERE s.sku_id = :sku AND s.store_id > :after AND (:chain OR s.store_id IN (:stores))
                         ORDER BY s.store_id LIMIT :limit
                        """)
                .param("sku", sku.value())
                .param("after", after)
                .param("chain", chainWide)
                .param(
                        "stores",
                        stores.isEmpty()
                                ? List.of(-1L)
                                : stores.stream().map(StoreId::value).toList())
                .param("limit", limit)
                .query(StockQueries::stock)
                .list();
        return new Page<>(
                items, items.size() < limit ? null : items.getLast().storeId().text());
    }

    /** The stock rows of some SKUs in a store; a SKU that was never there is left out. */
    public List<StockView> ofSkus(StoreId store, Collection<Long> skuIds) {
        if (skuIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(STOCK + " WHERE s.store_id = :store AND s.sku_id IN (:skus) ORDER BY s.sku_id")
                .param("store", store.value())
                .param("skus", skuIds)
                .query(StockQueries::stock)
                .list();
    }

    public StockView require(StoreId store, SkuId sku) {
        return ofSkus(store, List.of(sku.value())).stream().findFirst().orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** The ledger of one SKU in a store, newest first. */
    public Page<MovementView> movements(StoreId store, SkuId sku, long before, int limit) {
        List<MovementView> items = jdbc.sql("""
                        SELECT id, document_type, document_id, line_no, delta, unit_cost_minor, moved_at
                        FROM stock_movement
                        WHERE store_id = :store AND sku_id = :sku AND id < :before ORDER BY id DESC LIMIT :limit
                        """)
                .param("store", store.value())
                .param("sku", sku.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new MovementView(
                        row.getString("id"),
                        DocumentType.valueOf(row.getString("document_type")),
                        row.getString("document_id"),
                        row.getInt("line_no"),
                        row.getLong("delta"),
                        nullableLong(row, "unit_cost_minor"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
        return new Page<>(items, items.size() < limit ? null : items.getLast().id());
    }

    /** A document of the store with its movements; another store's answers like a missing one. */
    public DocumentView document(StoreId store, long id) {
        DocumentView head = jdbc.sql("""
                        SELECT id, store_id, kind, document_no, reason, supplier, note, booked_at FROM stock_document
                        WHERE id = :id AND store_id = :store
                        """)
                .param("id", id)
                .param("store", store.value())
                .query((row, n) -> new DocumentView(
                        row.getString("id"),
                        StoreId.of(row.getLong("store_id")),
                        DocumentType.valueOf(row.getString("kind")),
                        row.getString("document_no"),
                        row.getString("reason"),
                        row.getString("supplier"),
                        row.getString("note"),
                        row.getTimestamp("booked_at").toInstant(),
                        List.of()))
                .optional()
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        return new DocumentView(
                head.documentId(),
                head.storeId(),
                head.type(),
                head.documentNo(),
                head.reason(),
                head.supplier(),
                head.note(),
                head.bookedAt(),
                lines(head));
    }

    private List<DocumentView.Line> lines(DocumentView head) {
        return jdbc.sql("""
                        SELECT line_no, sku_id, delta, unit_cost_minor FROM stock_movement
                        WHERE document_type = :type AND document_id = :no AND store_id = :store ORDER BY line_no
                        """)
                .param("type", head.type().name())
                .param("no", head.documentNo())
                .param("store", head.storeId().value())
                .query((row, n) -> new DocumentView.Line(
                        row.getInt("line_no"),
                        SkuId.of(row.getLong("sku_id")),
                        row.getLong("delta"),
                        nullableLong(row, "unit_cost_minor")))
                .list();
    }

    private static StockView stock(ResultSet row, int n) throws SQLException {
        long onHand = row.getLong("on_hand");
        long reserved = row.getLong("reserved");
        return new StockView(
                StoreId.of(row.getLong("store_id")),
                SkuId.of(row.getLong("sku_id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                onHand,
                reserved,
                onHand - reserved,
                row.getLong("in_transit"),
                nullableLong(row, "safety"),
                row.getBoolean("low"));
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
