package io.mendian.order.till;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parked sales and quick receipts. */
@MendianTest
class ParkedSaleTest extends TillSteps {

    @Test
    void aParkedSaleIsTakenUpOnceAtAnyTill() {
        SkuId water = shop.goods(100);
        JsonNode parked = api.as(clerk)
                .post("/store/v1/parked-sales", Map.of("label", "红衣女士", "lines", List.of(line(water, 2))))
                .expect(201)
                .json();
        assertThat(api.as(shop.clerk(store)).get("/store/v1/parked-sales").json())
                .hasSize(1);
        String resume = "/store/v1/parked-sales/" + parked.path("parkedSaleId").asString() + "/resume";
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8, i -> () -> api.as(shop.clerk(store)).post(resume, Map.of()).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
        assertThat(api.as(clerk).get("/store/v1/parked-sales").json()).isEmpty();
    }

    @Test
    void aParkedSaleEndsByItself() {
        api.as(clerk)
                .post("/store/v1/parked-sales", Map.of("lines", List.of(line(shop.goods(100), 2))))
                .expect(201);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(api.as(clerk).get("/store/v1/parked-sales").json()).isEmpty();
    }

    @Test
    void whoTakesUpAParkedSaleSecondIsToldSo() {
        String id = park(shop.goods(100), false);
        api.as(clerk).post("/store/v1/parked-sales/" + id + "/resume", Map.of()).expect(200);
        api.as(clerk).post("/store/v1/parked-sales/" + id + "/resume", Map.of()).expectProblem(409, "PARKED_SALE_GONE");
        String old = park(shop.goods(100), false);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        api.as(clerk)
                .post("/store/v1/parked-sales/" + old + "/resume", Map.of())
                .expectProblem(409, "PARKED_SALE_EXPIRED");
    }

    @Test
    void aParkedSaleHoldsItsStockForAWhileAndFreesItWhenItIsTakenUp() {
        SkuId water = shop.goods(100);
        inventory.has(water, 2);
        String id = park(water, true);
        assertThat(inventory.held(water)).isEqualTo(2);
        api.as(clerk)
                .post("/store/v1/parked-sales", Map.of("lines", List.of(line(water, 1)), "hold", true))
                .expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(api.as(clerk).get("/store/v1/parked-sales").json()).hasSize(1);
        String key = java.util.UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            api.as(clerk)
                    .withKey(key)
                    .post("/store/v1/parked-sales/" + id + "/resume", Map.of())
                    .expect(200);
        }
        assertThat(inventory.held(water)).isZero();
        String other = park(water, true);
        api.as(clerk).delete("/store/v1/parked-sales/" + other).expect(204);
        assertThat(inventory.held(water)).isZero();
    }

    @Test
    void aQuickReceiptIsAnOrderOverAnAmountCountedInTheTillAndReturnedByTheFen() {
        String shift = api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 0))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
        JsonNode paid = api.as(clerk)
                .post(
                        "/store/v1/quick-receipts",
                        Map.of("amountMinor", 12_345, "note", "改裤脚", "cashReceivedMinor", 20_000))
                .expect(201)
                .json();
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        assertThat(paid.path("payableMinor").asLong()).isEqualTo(12_345);
        assertThat(paid.path("lines").get(0).path("kind").asString()).isEqualTo("AMOUNT");
        String order = paid.path("orderId").asString();
        for (int part : new int[] {345, 12_000}) {
            api.as(clerk)
                    .post(
                            "/store/v1/orders/" + order + "/refunds",
                            Map.of("reason", "退", "lines", List.of(Map.of("lineId", "1", "quantity", part))))
                    .expect(201);
        }
        assertThat(api.as(clerk)
                        .get("/store/v1/orders/" + order)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("REFUNDED");
        JsonNode x = api.as(clerk).get("/store/v1/till-shifts/" + shift).json();
        assertThat(x.path("cash").path("expectedMinor").asLong()).isZero();
        assertThat(x.path("takings").path("salesMinor").asLong()).isEqualTo(12_345);
        MemberKey member = shop.member(0, 0);
        api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of("storeId", store.text(), "lines", List.of(Map.of("skuId", "2", "quantity", 5))))
                .expectProblem(409, "AMOUNT_STANDS_ALONE");
        api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(Map.of("skuId", "2", "quantity", 5), line(shop.goods(1), 1)),
                                "cash", Map.of("receivedMinor", 6)))
                .expectProblem(409, "AMOUNT_STANDS_ALONE");
    }
}
