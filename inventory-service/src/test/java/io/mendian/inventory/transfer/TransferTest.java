package io.mendian.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
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
class TransferTest {

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

    Shop other;

    @BeforeEach
    void openOther() {
        other = new Shop(api, deliveries, jdbc, clock);
    }

    @Test
    void shippedPiecesAreInTransitUntilTheyAreReceived() {
        SkuId tea = shop.goods(10);
        String id = ship("T1", tea, 4).path("transferId").asString();
        shop.expectStock(tea, 6, 0);
        other.expectStock(tea, 0, 0);
        JsonNode there =
                other.asKeeper().get("/store/v1/stock/" + tea).expect(200).json();
        assertThat(there.path("inTransit").asLong()).isEqualTo(4);
        other.asKeeper()
                .post("/store/v1/stock/transfers/" + id + "/receipt", Map.of())
                .expect(200);
        other.expectStock(tea, 4, 0);
        assertThat(other.asKeeper()
                        .get("/store/v1/stock/" + tea)
                        .json()
                        .path("inTransit")
                        .asLong())
                .isZero();
    }

    @Test
    void whatIsMissingIsRecordedAndAlertedAndTheTotalIsKept() {
        SkuId tea = shop.goods(10);
        String id = ship("T1", tea, 4).path("transferId").asString();
        JsonNode line = receive(id, tea, 3).expect(200).json().path("lines").get(0);
        assertThat(line.path("missing").asLong()).isEqualTo(1);
        shop.expectStock(tea, 6, 0);
        other.expectStock(tea, 3, 0);
        assertThat(other.alerts(tea, "LOST_IN_TRANSIT")).isEqualTo(1);
    }

    @Test
    void eachStepTwiceIsOneStep() {
        SkuId tea = shop.goods(10);
        String id = ship("T1", tea, 4).path("transferId").asString();
        assertThat(ship("T1", tea, 4).path("transferId").asString()).isEqualTo(id);
        receive(id, tea, 4).expect(200);
        receive(id, tea, 4).expect(200);
        receive(id, tea, 2).expectProblem(409, "TRANSFER_RECEIVED");
        shop.expectStock(tea, 6, 0);
        other.expectStock(tea, 4, 0);
    }

    @Test
    void stepsInParallelHaveOneEffect() {
        SkuId tea = shop.goods(10);
        var ids = Race.run(8, i -> () -> ship("T1", tea, 4).path("transferId").asString());
        assertThat(ids.stream().map(Race.Outcome::value).distinct()).hasSize(1);
        Race.run(
                8,
                i -> () ->
                        receive(ids.getFirst().value(), tea, i % 2 == 0 ? 4 : 3).status());
        long arrived = other.ledgerSum(tea);
        assertThat(arrived).isIn(3L, 4L);
        other.expectStock(tea, arrived, 0);
        shop.expectStock(tea, 6, 0);
        assertThat(other.movements(tea, "TRANSFER_IN")).isEqualTo(1);
    }

    @Test
    void moreThanShippedIsNeverReceived() {
        SkuId tea = shop.goods(10);
        SkuId cup = shop.goods(10);
        String id = ship("T1", tea, 4).path("transferId").asString();
        receive(id, tea, 5).expectProblem(409, "RECEIVED_MORE_THAN_SHIPPED");
        receive(id, cup, 1).expectProblem(409, "RECEIVED_MORE_THAN_SHIPPED");
        other.expectStock(tea, 0, 0);
    }

    @Test
    void reservedPiecesAreNotShipped() {
        SkuId tea = shop.goods(4);
        shop.hold(Ids.next(), new Some(tea, 3)).expect(200);
        shop.asKeeper().post("/store/v1/stock/transfers", body("T1", tea, 2)).expectProblem(409, "NOT_ENOUGH_STOCK");
        shop.expectStock(tea, 4, 3);
    }

    @Test
    void onlyTheReceivingStoreReceivesAndStrangersSeeNothing() {
        SkuId tea = shop.goods(4);
        String id = ship("T1", tea, 2).path("transferId").asString();
        shop.asKeeper()
                .post("/store/v1/stock/transfers/" + id + "/receipt", Map.of())
                .expectProblem(404, "NOT_FOUND");
        Api stranger = new Shop(api, deliveries, jdbc, clock).asKeeper();
        stranger.get("/store/v1/stock/transfers/" + id).expectProblem(404, "NOT_FOUND");
        stranger.get("/store/v1/stock/transfers/" + Ids.next()).expectProblem(404, "NOT_FOUND");
        stranger.post("/store/v1/stock/transfers/" + id + "/receipt", Map.of()).expectProblem(404, "NOT_FOUND");
        assertThat(stranger.get("/store/v1/stock/transfers").json()).isEmpty();
        assertThat(other.asKeeper().get("/store/v1/stock/transfers").json()).hasSize(1);
        api.as(TestCallers.headquarters()).get("/hq/v1/stock/transfers/" + id).expect(200);
    }

    private JsonNode ship(String documentNo, SkuId sku, long pieces) {
        return shop.asKeeper()
                .post("/store/v1/stock/transfers", body(documentNo, sku, pieces))
                .expect(201)
                .json();
    }

    private Map<String, Object> body(String documentNo, SkuId sku, long pieces) {
        return Map.of(
                "documentNo",
                documentNo,
                "toStoreId",
                other.store,
                "lines",
                List.of(Map.of("skuId", sku, "quantity", pieces)));
    }

    private Api.Answer receive(String id, SkuId sku, long pieces) {
        return other.asKeeper()
                .post(
                        "/store/v1/stock/transfers/" + id + "/receipt",
                        Map.of("lines", List.of(Map.of("skuId", sku, "quantity", pieces))));
    }
}
