package io.mendian.order.till;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MemberClient.RechargePackage;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class TillTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    FakeMembers members;

    @Autowired
    FakeInventory inventory;

    @Autowired
    CloseDueDays closeDueDays;

    private StoreId store;
    private Caller clerk;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
    }

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

    private String park(SkuId sku, boolean hold) {
        return api.as(clerk)
                .post("/store/v1/parked-sales", Map.of("lines", List.of(line(sku, 2)), "hold", hold))
                .expect(201)
                .json()
                .path("parkedSaleId")
                .asString();
    }

    @Test
    void theDayShowsWhatCameInByEachMeansAndCountsNoMoneyTwice() {
        MemberKey member = shop.member(0, 5_000);
        String offer = Long.toString(Shop.id());
        members.offers(new RechargePackage(offer, "充百", 10_000, 1_000, true));
        sell(500, 2, null);
        String recharge = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of("storeId", store.text(), "lines", List.of(line(shop.recharge(offer, 10_000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        api.as(clerk)
                .post("/store/v1/orders/" + recharge + "/cash", Map.of("receivedMinor", 10_000))
                .expect(200);
        api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "storedValueMinor",
                                -1,
                                "lines",
                                List.of(line(shop.goods(2000), 1))))
                .expect(201);
        JsonNode day = api.as(clerk).get("/store/v1/days/today").expect(200).json();
        assertThat(day.path("orders").asLong()).isEqualTo(3);
        assertThat(day.path("salesMinor").asLong()).isEqualTo(1000 + 1800);
        assertThat(day.path("rechargeMinor").asLong()).isEqualTo(10_000);
        assertThat(day.path("revenueMinor").asLong()).isEqualTo(2800);
        assertThat(day.path("takings").path("money").path("cashMinor").asLong()).isEqualTo(11_000);
        assertThat(day.path("takings").path("consumed").path("storedValueMinor").asLong())
                .isEqualTo(1800);
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(11_000);
    }

    @Test
    void aClosedDayStandsAndTheNextSaleCountsForTheNextDay() {
        JsonNode sale = sell(700, 1, null);
        LocalDate today = LocalDate.parse(sale.path("businessDate").asString());
        JsonNode closed =
                close(today, Map.of("countedCashMinor", 690)).expect(200).json();
        assertThat(closed.path("cashDifferenceMinor").asLong()).isEqualTo(-10);
        assertThat(sell(300, 1, null).path("businessDate").asString())
                .isEqualTo(today.plusDays(1).toString());
        assertThat(close(today, Map.of()).expect(200).json().path("salesMinor").asLong())
                .isEqualTo(700);
        close(today.plusDays(2), Map.of()).expectProblem(409, "DAY_NOT_BEGUN");
        assertThat(outbox.events(DayClosed.class, store.text())).singleElement().satisfies(told -> {
            assertThat(told.businessDate()).isEqualTo(today);
            assertThat(told.salesMinor()).isEqualTo(700);
        });
    }

    @Test
    void aSaleNextToTheCloseCountsForExactlyOneDay() {
        for (int round = 0; round < 5; round++) {
            store = shop.store();
            clerk = shop.clerk(store);
            LocalDate today =
                    LocalDate.parse(sell(100, 1, null).path("businessDate").asString());
            Race.run(
                    8,
                    i -> () -> i == 0
                            ? close(today, Map.of()).status()
                            : sell(100, 1, null).path("status").asString().length());
            DayClosed told = outbox.events(DayClosed.class, store.text()).getFirst();
            Long counted = jdbc.queryForObject(
                    "SELECT SUM(payable_minor) FROM sales_order WHERE store_id = ? AND business_date = ?",
                    Long.class,
                    store.value(),
                    today);
            assertThat(told.salesMinor()).isEqualTo(counted);
        }
    }

    @Test
    void daysCloseByThemselvesAtTheStoresHour() {
        store = shop.storeClosingAt(LocalTime.of(4, 0));
        clerk = shop.clerk(store);
        BusinessDay day = new BusinessDay(BusinessDay.CHINA, LocalTime.of(4, 0));
        LocalDate first = day.dateOf(clock.instant());
        assertThat(sell(100, 1, null).path("businessDate").asString()).isEqualTo(first.toString());
        clock.advanceTo(day.startOf(first.plusDays(2)).minusSeconds(1));
        sell(200, 1, null);
        closeDueDays.close(100_000);
        clock.advance(Duration.ofSeconds(2));
        closeDueDays.close(100_000);
        closeDueDays.close(100_000);
        assertThat(outbox.events(DayClosed.class, store.text()))
                .extracting("businessDate", "salesMinor")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first, 100L),
                        org.assertj.core.groups.Tuple.tuple(first.plusDays(1), 200L));
    }

    @Test
    void theReceiptTellsLinesTendersAndChange() {
        JsonNode sale = sell(250, 3, 1000L);
        String text = api.as(clerk)
                .get("/store/v1/orders/" + sale.path("orderId").asString() + "/receipt")
                .expect(200)
                .json()
                .path("text")
                .asString();
        assertThat(text)
                .contains(
                        "矿泉水",
                        "2.50 x 3 件",
                        "7.50",
                        "现金",
                        "找零",
                        "2.50",
                        sale.path("orderNo").asString());
    }

    @Test
    void thePaidEventCarriesTheStoresBusinessDate() {
        JsonNode sale = sell(100, 1, null);
        assertThat(outbox.events(OrderPaid.class, sale.path("orderId").asString())
                        .getFirst()
                        .businessDate())
                .isEqualTo(BusinessDay.in(BusinessDay.CHINA).dateOf(clock.instant()));
    }

    private JsonNode sell(long price, long quantity, Long received) {
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(line(shop.goods(price), quantity)),
                                "cash", Map.of("receivedMinor", received == null ? price * quantity : received)))
                .expect(201)
                .json();
    }

    private Api.Answer close(LocalDate date, Map<String, Object> body) {
        return api.as(clerk).post("/store/v1/days/" + date + "/close", body);
    }
}
