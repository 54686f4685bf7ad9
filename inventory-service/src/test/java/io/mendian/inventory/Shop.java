package io.mendian.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.OrderCancelled;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.TestCallers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store of a test's own, with goods of its own. Quantities are read by SQL, not through the code under test. */
public final class Shop {

    /** So many pieces of a SKU. */
    public record Some(SkuId sku, long quantity) {}

    public final StoreId store = StoreId.of(Ids.next());
    private final Api api;
    private final Deliveries deliveries;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    public Shop(Api api, Deliveries deliveries, JdbcTemplate jdbc, Clock clock) {
        this.api = api;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
        this.clock = clock;
        deliveries.deliver(new StoreOpened(
                store, "S" + store, "西湖店", "RETAIL", "Asia/Shanghai", LocalTime.MIDNIGHT, null, Instant.EPOCH));
    }

    public Caller keeper() {
        return TestCallers.clerk(77, store, Right.STOCK_READ, Right.STOCK_WRITE);
    }

    public Api asKeeper() {
        return api.as(keeper());
    }

    public Api asMachine() {
        return api.as(Caller.machine("order-service"));
    }

    public SkuId newSku(String kind) {
        SkuId sku = SkuId.of(Ids.next());
        deliveries.deliver(published(sku, 1, kind, "龙井茶", "69" + sku));
        return sku;
    }

    public static SkuPublished published(SkuId sku, long version, String kind, String name, String... barcodes) {
        return new SkuPublished(
                sku,
                version,
                "C" + sku,
                List.of(barcodes),
                kind,
                name,
                "茶叶",
                "盒",
                12800,
                "CNY",
                null,
                null,
                true,
                Instant.EPOCH);
    }

    /** New goods with so many pieces on the shelf. */
    public SkuId goods(long pieces) {
        SkuId sku = newSku("GOODS");
        receive(sku, pieces);
        return sku;
    }

    public void receive(SkuId sku, long pieces) {
        asKeeper()
                .post(
                        "/store/v1/stock/receipts",
                        Map.of(
                                "documentNo",
                                "R" + Ids.next(),
                                "lines",
                                List.of(Map.of("skuId", sku, "quantity", pieces))))
                .expect(201);
    }

    public Api.Answer hold(long id, Some... pieces) {
        return asMachine().post("/internal/v1/holds", holdBody(id, pieces));
    }

    public Map<String, Object> holdBody(long id, Some... pieces) {
        return Map.of(
                "holdId",
                HoldId.of(id),
                "storeId",
                store,
                "expiresAt",
                clock.instant().plus(Duration.ofMinutes(15)),
                "lines",
                Arrays.stream(pieces)
                        .map(p -> Map.of("skuId", p.sku, "quantity", p.quantity))
                        .toList());
    }

    public OrderPaid paid(long order, Some... sold) {
        return paid(order, false, sold);
    }

    public OrderPaid paid(long order, boolean history, Some... sold) {
        List<OrderLine> lines = Arrays.stream(sold)
                .map(p ->
                        new OrderLine("L" + p.sku, p.sku, "GOODS", "龙井茶", "茶叶", p.quantity, 100, 90, null, null, null))
                .toList();
        return new OrderPaid(
                OrderId.of(order),
                "N" + order,
                store,
                null,
                "POS",
                null,
                LocalDate.EPOCH,
                clock.instant(),
                "CNY",
                100,
                10,
                90,
                lines,
                List.of(),
                List.of(),
                0,
                history);
    }

    public OrderCancelled cancelled(long order) {
        return new OrderCancelled(OrderId.of(order), store, null, "CUSTOMER", clock.instant());
    }

    public OrderRefunded refunded(long order, String refundId, boolean restock, Some... returned) {
        List<RefundLine> lines = Arrays.stream(returned)
                .map(p -> new RefundLine("L" + p.sku, p.sku, "GOODS", "龙井茶", "茶叶", p.quantity, 90, restock))
                .toList();
        return new OrderRefunded(
                OrderId.of(order),
                refundId,
                store,
                null,
                LocalDate.EPOCH,
                clock.instant(),
                "CNY",
                90,
                90,
                90,
                lines,
                List.of(),
                List.of(),
                0,
                true);
    }

    /** Checks the balance row, and that the ledger sums to it. */
    public void expectStock(SkuId sku, long onHand, long reserved) {
        Map<String, Object> row = jdbc.queryForMap(
                "SELECT on_hand, reserved FROM stock WHERE store_id = ? AND sku_id = ?", store.value(), sku.value());
        assertThat(row).as("balance").containsEntry("on_hand", onHand).containsEntry("reserved", reserved);
        assertThat(ledgerSum(sku)).as("sum of the ledger").isEqualTo(onHand);
    }

    public long ledgerSum(SkuId sku) {
        return count(
                "SELECT COALESCE(SUM(delta), 0) FROM stock_movement WHERE store_id = ? AND sku_id = ?",
                store.value(),
                sku.value());
    }

    public long movements(SkuId sku, String type) {
        return count(
                "SELECT COUNT(*) FROM stock_movement WHERE store_id = ? AND sku_id = ? AND document_type = ?",
                store.value(),
                sku.value(),
                type);
    }

    public long alerts(SkuId sku, String kind) {
        return count(
                "SELECT COUNT(*) FROM stock_alert WHERE store_id = ? AND sku_id = ? AND kind = ?",
                store.value(),
                sku.value(),
                kind);
    }

    /** How many events of an order could not be handled. */
    public long parked(long order) {
        return count("SELECT COUNT(*) FROM dead_letter WHERE msg_key = ?", Long.toString(order));
    }

    public String holdState(long id) {
        return jdbc.queryForObject("SELECT state FROM stock_hold WHERE hold_id = ?", String.class, id);
    }

    public long count(String sql, Object... parameters) {
        return jdbc.queryForObject(sql, Long.class, parameters);
    }
}
