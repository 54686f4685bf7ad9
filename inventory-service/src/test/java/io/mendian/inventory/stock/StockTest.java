package io.mendian.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.inventory.StockChanged;
import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class StockTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @Autowired
    OutboxProbe outbox;

    @Test
    void aReceiptNamesItsGoodsByBarcode() {
        SkuId tea = shop.newSku("GOODS");
        shop.asKeeper()
                .post(
                        "/store/v1/stock/receipts",
                        receipt("D1", Map.of("barcode", "69" + tea, "quantity", 12, "unitCostMinor", 350)))
                .expect(201);
        shop.expectStock(tea, 12, 0);
        List<StockChanged> told = outbox.events(StockChanged.class, shop.store + ":" + tea);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().onHand()).isEqualTo(12);
        assertThat(told.getFirst().documentType()).isEqualTo("RECEIPT");
    }

    @Test
    void theSameDocumentIsBookedOnceWhateverTheKey() {
        SkuId tea = shop.newSku("GOODS");
        Map<String, Object> body = receipt("D1", Map.of("skuId", tea, "quantity", 5));
        String first = shop.asKeeper()
                .post("/store/v1/stock/receipts", body)
                .expect(201)
                .body();
        String second = shop.asKeeper()
                .post("/store/v1/stock/receipts", body)
                .expect(201)
                .body();
        assertThat(second).isEqualTo(first);
        shop.asKeeper()
                .post("/store/v1/stock/receipts", receipt("D1", Map.of("skuId", tea, "quantity", 6)))
                .expectProblem(409, "DOCUMENT_NO_USED");
        shop.expectStock(tea, 5, 0);
    }

    @Test
    void aDocumentBookedInParallelCountsOnce() {
        SkuId tea = shop.newSku("GOODS");
        Map<String, Object> body = receipt("D1", Map.of("skuId", tea, "quantity", 5));
        var answers = Race.run(
                12,
                i -> () ->
                        shop.asKeeper().post("/store/v1/stock/receipts", body).status());
        assertThat(answers).allMatch(answer -> answer.succeeded() && answer.value() == 201);
        shop.expectStock(tea, 5, 0);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        SkuId tea = shop.newSku("GOODS");
        Api repeated = shop.asKeeper().withKey("receipt-" + tea);
        Map<String, Object> body = receipt("D1", Map.of("skuId", tea, "quantity", 5));
        repeated.post("/store/v1/stock/receipts", body).expect(201);
        assertThat(repeated.post("/store/v1/stock/receipts", body).expect(201).header("Idempotent-Replayed"))
                .isEqualTo("true");
        shop.expectStock(tea, 5, 0);
    }

    @Test
    void whatIsNotGoodsIsNotTakenIn() {
        SkuId massage = shop.newSku("SERVICE");
        shop.asKeeper()
                .post("/store/v1/stock/receipts", receipt("D1", Map.of("skuId", massage, "quantity", 5)))
                .expectProblem(409, "SKU_NOT_STOCKED");
        shop.asKeeper()
                .post("/store/v1/stock/receipts", receipt("D1", Map.of("barcode", "nobody", "quantity", 5)))
                .expectProblem(404, "SKU_UNKNOWN");
        shop.asKeeper()
                .post("/store/v1/stock/receipts", receipt("D1", Map.of("skuId", massage, "quantity", 0)))
                .expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void giftsLieOnTheSameShelf() {
        SkuId gift = shop.newSku("GIFT");
        shop.receive(gift, 3);
        shop.hold(Ids.next(), new Some(gift, 2)).expect(200);
        shop.expectStock(gift, 3, 2);
    }

    @Test
    void anIssueNeverTakesWhatIsReserved() {
        SkuId tea = shop.goods(10);
        shop.hold(Ids.next(), new Some(tea, 4)).expect(200);
        Api.Answer refusal = adjust("A1", "DAMAGED", tea, -7).expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(refusal.json().path("facts").path("left").asLong()).isEqualTo(6);
        adjust("A1", "DAMAGED", tea, -6).expect(201);
        shop.expectStock(tea, 4, 4);
    }

    @Test
    void anIssueOnlyTakesAndACorrectionMayDoBoth() {
        SkuId tea = shop.goods(10);
        adjust("A1", "INTERNAL_USE", tea, 2).expectProblem(409, "ISSUE_ONLY_TAKES");
        adjust("A1", "COUNTED", tea, 2).expect(201);
        adjust("A2", "LOST", tea, -5).expect(201);
        shop.expectStock(tea, 7, 0);
        assertThat(shop.movements(tea, "ADJUSTMENT")).isEqualTo(2);
        assertThat(shop.movements(tea, "ISSUE")).isZero();
    }

    @Test
    void issuesThatRaceNeverGoBelowZero() {
        SkuId tea = shop.goods(5);
        var answers = Race.run(12, i -> () -> adjust("A" + i, "SAMPLE", tea, -1).status());
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(5);
        shop.expectStock(tea, 0, 0);
    }

    @Test
    void theLedgerIsReadPageByPageNewestFirst() {
        SkuId tea = shop.goods(10);
        adjust("A1", "LOST", tea, -1).expect(201);
        adjust("A2", "LOST", tea, -2).expect(201);
        String path = "/store/v1/stock/" + tea + "/movements?limit=2";
        JsonNode first = shop.asKeeper().get(path).expect(200).json();
        assertThat(first.path("items").findValuesAsString("documentNo")).containsExactly("A2", "A1");
        JsonNode second = shop.asKeeper()
                .get(path + "&before=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(second.path("items").get(0).path("delta").asLong()).isEqualTo(10);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void aStoreListsItsStockAndFindsByName() {
        SkuId tea = shop.goods(10);
        SkuId cup = shop.goods(4);
        shop.hold(Ids.next(), new Some(cup, 1)).expect(200);
        JsonNode all =
                shop.asKeeper().get("/store/v1/stock?limit=1").expect(200).json();
        assertThat(all.path("items").get(0).path("skuId").asString()).isEqualTo(tea.text());
        JsonNode rest = shop.asKeeper()
                .get("/store/v1/stock?limit=1&after=" + all.path("next").asString())
                .json();
        assertThat(rest.path("items").get(0).path("available").asLong()).isEqualTo(3);
        assertThat(shop.asKeeper().get("/store/v1/stock?q=C" + cup).json().path("items"))
                .hasSize(1);
        assertThat(shop.asKeeper().get("/store/v1/stock?q=%25").json().path("items"))
                .isEmpty();
    }

    @Test
    void headquartersSeesASkuOverTheStoresWithinReach() {
        SkuId tea = shop.goods(10);
        Shop other = new Shop(api, deliveries, jdbc, clock);
        other.receive(tea, 6);
        Api chain = api.as(TestCallers.headquarters());
        assertThat(chain.get("/hq/v1/stock?skuId=" + tea)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("onHand"))
                .containsExactly("10", "6");
        Caller region = new Caller(
                io.mendian.runtime.security.Realm.HQ,
                "5",
                null,
                false,
                java.util.Set.of(other.store),
                java.util.Set.of(Right.STOCK_READ));
        assertThat(api.as(region)
                        .get("/hq/v1/stock?skuId=" + tea)
                        .json()
                        .path("items")
                        .findValuesAsString("onHand"))
                .containsExactly("6");
        api.as(region).get("/hq/v1/stores/" + shop.store + "/stock").expectProblem(404, "NOT_FOUND");
    }

    @Test
    void headquartersTakesGoodsIntoAStore() {
        SkuId tea = shop.newSku("GOODS");
        Map<String, Object> body = receipt("D9", Map.of("skuId", tea, "quantity", 8));
        api.as(TestCallers.headquarters())
                .post("/hq/v1/stores/" + shop.store + "/stock/receipts", body)
                .expect(201);
        shop.expectStock(tea, 8, 0);
        api.as(TestCallers.headquarters())
                .post("/hq/v1/stores/" + Ids.next() + "/stock/receipts", body)
                .expectProblem(404, "NOT_FOUND");
    }

    @Test
    void servicesAskForQuantities() {
        SkuId tea = shop.goods(10);
        SkuId never = shop.newSku("GOODS");
        JsonNode answer = shop.asMachine()
                .get("/internal/v1/stock?storeId=" + shop.store + "&skuIds=" + tea + "," + never)
                .expect(200)
                .json();
        assertThat(answer.findValuesAsString("available")).containsExactly("10", "0");
    }

    @Test
    void aStrangersObjectsAnswerLikeMissingOnes() {
        SkuId tea = shop.goods(10);
        String document = shop.asKeeper()
                .post("/store/v1/stock/receipts", receipt("D1", Map.of("skuId", tea, "quantity", 5)))
                .json()
                .path("documentId")
                .asString();
        shop.asKeeper().get("/store/v1/stock/documents/" + document).expect(200);
        Api stranger = new Shop(api, deliveries, jdbc, clock).asKeeper();
        for (String path : List.of("/store/v1/stock/%s", "/store/v1/stock/documents/%s")) {
            String mine = path.contains("documents") ? document : tea.text();
            Api.Answer theirs = stranger.get(path.formatted(mine)).expectProblem(404, "NOT_FOUND");
            Api.Answer missing = stranger.get(path.formatted(Ids.next())).expectProblem(404, "NOT_FOUND");
            assertThat(withoutTrace(theirs)).isEqualTo(withoutTrace(missing));
        }
        assertThat(stranger.get("/store/v1/stock/" + tea + "/movements").json().path("items"))
                .isEmpty();
    }

    private static String withoutTrace(Api.Answer answer) {
        return answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static Map<String, Object> receipt(String documentNo, Map<String, Object> line) {
        return Map.of("documentNo", documentNo, "supplier", "茶厂", "lines", List.of(line));
    }

    private Api.Answer adjust(String documentNo, String reason, SkuId sku, long delta) {
        return shop.asKeeper()
                .post(
                        "/store/v1/stock/adjustments",
                        Map.of(
                                "documentNo",
                                documentNo,
                                "reason",
                                reason,
                                "lines",
                                List.of(Map.of("skuId", sku, "delta", delta))));
    }
}
