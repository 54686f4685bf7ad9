package io.mendian.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.inventory.StockChanged;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockTest extends StockCase {

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
}
