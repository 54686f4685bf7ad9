package io.mendian.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stock as stores, headquarters and services read it. */
class StockReadingTest extends StockCase {

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
}
