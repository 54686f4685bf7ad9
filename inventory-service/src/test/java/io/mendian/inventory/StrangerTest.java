package io.mendian.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Strangers;
import io.mendian.testkit.TestCallers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Another store's stock, documents, transfers and alerts answer like those that do not exist. */
@MendianTest
class StrangerTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Strangers strangers;

    private Shop shop;
    private Shop elsewhere;
    private SkuId tea;
    private Caller keeper;
    private Caller region;
    private Map<String, String> ids;

    @BeforeEach
    void aShopWithStockADocumentATransferAndAnAlert() {
        shop = new Shop(api, deliveries, jdbc, clock);
        elsewhere = new Shop(api, deliveries, jdbc, clock);
        keeper = TestCallers.clerk(8, elsewhere.store, Right.values());
        region = new Caller(Realm.HQ, "8", null, false, Set.of(elsewhere.store), EnumSet.allOf(Right.class));
        tea = shop.newSku("GOODS");
        String document = shop.asKeeper()
                .post("/store/v1/stock/receipts", delivery("R1", 10))
                .expect(201)
                .json()
                .path("documentId")
                .asString();
        String transfer = receivedTransferThatLostOne();
        String alert = shop.asKeeper()
                .get("/store/v1/stock/alerts")
                .expect(200)
                .json()
                .get(0)
                .path("alertId")
                .asString();
        ids = Map.of(
                "storeId", shop.store.text(),
                "skuId", tea.text(),
                "documentId", document,
                "transferId", transfer,
                "alertId", alert);
    }

    @Test
    void aStrangersObjectAnswersLikeAMissingOne() {
        Map<String, Object> shipment = Map.of(
                "documentNo",
                "T2",
                "toStoreId",
                elsewhere.store,
                "lines",
                List.of(Map.of("skuId", tea, "quantity", 1)));
        Map<String, Object> found =
                Map.of("documentNo", "A2", "reason", "FOUND", "lines", List.of(Map.of("skuId", tea, "delta", 1)));
        headquarters("GET", "", null);
        headquarters("POST", "/receipts", delivery("R2", 1));
        headquarters("POST", "/adjustments", found);
        headquarters("POST", "/transfers", shipment);
        headquarters("GET", "/{skuId}/movements", null);
        headquarters("PUT", "/{skuId}/safety", Map.of("quantity", 3));
        headquarters("GET", "/documents/{documentId}", null);
        strangers
                .tries("GET /store/v1/stock/{skuId}", keeper, ids)
                .tries("GET /store/v1/stock/documents/{documentId}", keeper, ids)
                .tries("GET /store/v1/stock/transfers/{transferId}", keeper, ids)
                .tries("POST /store/v1/stock/transfers/{transferId}/receipt", keeper, ids, Map.of())
                .tries("POST /store/v1/stock/alerts/{alertId}/seen", keeper, ids)
                .tries("GET /hq/v1/stock/transfers/{transferId}", region, ids)
                .tries("POST /hq/v1/stock/alerts/{alertId}/seen", region, ids)
                .open("GET /store/v1/stock/{skuId}/movements", "any SKU of the chain, but of the own store only")
                .open("PUT /store/v1/stock/{skuId}/safety", "any SKU of the chain, but of the own store only");
        assertThat(strangers.check()).isEqualTo(14);
        shop.expectStock(tea, 14, 0);
        assertThat(shop.count("SELECT COUNT(*) FROM stock_alert WHERE id = ? AND seen_at IS NULL", ids.get("alertId")))
                .isEqualTo(1);
    }

    @Test
    void theRoutesOfASkuTellAndChangeNothingOfAnotherStore() {
        Api stranger = api.as(keeper);
        String movements = "/store/v1/stock/" + tea + "/movements";
        assertThat(shop.asKeeper().get(movements).json().path("items")).isNotEmpty();
        assertThat(stranger.get(movements).body())
                .isEqualTo(stranger.get("/store/v1/stock/" + Ids.next() + "/movements")
                        .body());
        stranger.put("/store/v1/stock/" + tea + "/safety", Map.of("quantity", 3))
                .expect(200);
        assertThat(shop.count("SELECT COUNT(*) FROM stock WHERE sku_id = ? AND safety IS NOT NULL", tea.value()))
                .isEqualTo(1);
        assertThat(shop.count(
                        "SELECT safety FROM stock WHERE store_id = ? AND sku_id = ?",
                        elsewhere.store.value(),
                        tea.value()))
                .isEqualTo(3);
    }

    @Test
    void aDocumentIsNotThereUnderAnotherStore() {
        String own = "/hq/v1/stores/" + elsewhere.store + "/stock/documents/";
        Api stranger = api.as(region);
        stranger.get(own + ids.get("documentId")).expectProblem(404, "NOT_FOUND");
        stranger.get(own + Ids.next()).expectProblem(404, "NOT_FOUND");
    }

    private void headquarters(String method, String path, Object body) {
        strangers.tries(method + " /hq/v1/stores/{storeId}/stock" + path, region, ids, body);
    }

    private String receivedTransferThatLostOne() {
        Shop sender = new Shop(api, deliveries, jdbc, clock);
        sender.receive(tea, 5);
        String id = sender.asKeeper()
                .post(
                        "/store/v1/stock/transfers",
                        Map.of(
                                "documentNo",
                                "T1",
                                "toStoreId",
                                shop.store,
                                "lines",
                                List.of(Map.of("skuId", tea, "quantity", 5))))
                .expect(201)
                .json()
                .path("transferId")
                .asString();
        shop.asKeeper()
                .post(
                        "/store/v1/stock/transfers/" + id + "/receipt",
                        Map.of("lines", List.of(Map.of("skuId", tea, "quantity", 4))))
                .expect(200);
        return id;
    }

    private Map<String, Object> delivery(String documentNo, long pieces) {
        return Map.of("documentNo", documentNo, "lines", List.of(Map.of("skuId", tea, "quantity", pieces)));
    }
}
