package io.mendian.order.tip;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderTipped;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A tip is money on top: in the drawer, for a person, and in no figure of sales. */
@MendianTest
class TipTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    private StoreId store;
    private Caller clerk;
    private String shift;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        shift = open();
    }

    @Test
    void aTipAtPayingAndOneAfterwardsStandBesideEveryOtherFigure() {
        JsonNode sale = sell(Map.of("kind", "CASH", "amountMinor", 500), 3_000);
        String order = sale.path("orderId").asString();
        assertThat(sale.path("payableMinor").asLong()).isEqualTo(2_000);
        assertThat(sale.path("tipMinor").asLong()).isEqualTo(500);
        JsonNode cash = sale.path("tenders").get(0);
        assertThat(cash.path("receivedMinor").asLong()).isEqualTo(2_500); // the tip is taken first
        assertThat(cash.path("changeMinor").asLong()).isEqualTo(500);
        Caller waiter = shop.clerk(store);
        tip(
                        order,
                        Map.of(
                                "kind",
                                "BOOKED",
                                "label",
                                "POS 机",
                                "amountMinor",
                                300,
                                "staffId",
                                waiter.staffId().text()))
                .expect(200);
        OrderPaid paid = outbox.events(OrderPaid.class, order).getFirst();
        assertThat(paid.payableMinor()).isEqualTo(2_000);
        assertThat(paid.tenders()).extracting("amountMinor").containsExactly(2_000L);
        assertThat(outbox.events(OrderTipped.class, order))
                .extracting("kind", "amountMinor", "staffId")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CASH", 500L, clerk.staffId()),
                        org.assertj.core.groups.Tuple.tuple("BOOKED", 300L, waiter.staffId()));
        JsonNode x = api.as(clerk).get("/store/v1/till-shifts/" + shift).json();
        assertThat(x.path("cash").path("expectedMinor").asLong()).isEqualTo(10_000 + 2_000 + 500);
        assertThat(x.path("cash").path("receivedMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("tips").path("cashMinor").asLong()).isEqualTo(500);
        assertThat(x.path("tips").path("otherMinor").asLong()).isEqualTo(300);
        assertThat(x.path("tips").path("byStaff")).hasSize(2);
        assertThat(x.path("takings").path("salesMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("takings").path("revenueMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("takings").path("money").path("netMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("tenders")
                        .valueStream()
                        .mapToLong(one -> one.path("netMinor").asLong())
                        .sum())
                .isEqualTo(2_000);
        String receipt = api.as(clerk)
                .get("/store/v1/orders/" + order + "/receipt")
                .json()
                .path("text")
                .asString();
        assertThat(receipt).contains("小费（另计）").contains("8.00");
    }

    @Test
    void theZReportAndTheDayKeepTheTips() {
        JsonNode sale = sell(Map.of("kind", "CASH", "amountMinor", 700), 2_700);
        JsonNode z = api.as(clerk)
                .post("/store/v1/till-shifts/" + shift + "/close", Map.of("countedMinor", 12_700))
                .expect(200)
                .json();
        assertThat(z.path("cash").path("differenceMinor").asLong()).isZero();
        assertThat(z.path("cash").path("tipsMinor").asLong()).isEqualTo(700);
        assertThat(z.path("tips").path("cashMinor").asLong()).isEqualTo(700);
        tip(sale.path("orderId").asString(), Map.of("kind", "CASH", "amountMinor", 100))
                .expectProblem(409, "TIP_TOO_LATE");
        open(); // also not into the next shift
        tip(sale.path("orderId").asString(), Map.of("kind", "CASH", "amountMinor", 100))
                .expectProblem(409, "TIP_TOO_LATE");
        String next = api.as(clerk)
                .get("/store/v1/till-shifts/current")
                .json()
                .path("shiftId")
                .asString();
        api.as(clerk)
                .post("/store/v1/till-shifts/" + next + "/close", Map.of("countedMinor", 10_000))
                .expect(200);
        JsonNode day = api.as(clerk).get("/store/v1/days/today").expect(200).json();
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(2_700);
        assertThat(day.path("salesMinor").asLong()).isEqualTo(2_000);
        String date = day.path("businessDate").asString();
        api.as(clerk)
                .post("/store/v1/days/" + date + "/close", Map.of("countedCashMinor", 2_700))
                .expect(200);
        DayClosed closed = outbox.events(DayClosed.class, store.text()).getFirst();
        assertThat(closed.tipsMinor()).isEqualTo(700);
        assertThat(closed.salesMinor()).isEqualTo(2_000);
        tip(sale.path("orderId").asString(), Map.of("kind", "CASH", "amountMinor", 100))
                .expect(409);
    }

    @Test
    void aTipGoesBackOnlyWithTheWholeOrderAndOnce() {
        JsonNode sale = sell(Map.of("kind", "CASH", "amountMinor", 400), 2_400);
        String order = sale.path("orderId").asString();
        refund(order, 1);
        back(order).expectProblem(409, "TIP_STAYS");
        refund(order, 1);
        assertThat(tipOf(order)).isEqualTo(400); // the refund alone leaves it
        List<Race.Outcome<Integer>> outcomes =
                Race.run(8, i -> () -> back(order).status());
        assertThat(outcomes).extracting(Race.Outcome::value).containsOnly(200);
        assertThat(tipOf(order)).isZero();
        assertThat(sums(order)).containsExactly(400L, -400L);
        assertThat(outbox.events(OrderTipped.class, order))
                .extracting("amountMinor")
                .containsExactly(400L, -400L);
        JsonNode x = api.as(clerk).get("/store/v1/till-shifts/" + shift).json();
        assertThat(x.path("cash").path("expectedMinor").asLong()).isEqualTo(10_000);
        assertThat(x.path("tips").path("cashMinor").asLong()).isZero();
        tip(order, Map.of("kind", "CASH", "amountMinor", 100)).expectProblem(409, "TIP_NOT_NOW");
    }

    @Test
    void theSameTipSixteenTimesIsTakenOnce() {
        String order = sell(null, 2_000).path("orderId").asString();
        String key = UUID.randomUUID().toString();
        List<Race.Outcome<Integer>> ignored = Race.run(
                16,
                i -> () -> api.as(clerk)
                        .withKey(key)
                        .post("/store/v1/orders/" + order + "/tips", Map.of("kind", "CASH", "amountMinor", 250))
                        .status());
        assertThat(tipOf(order)).isEqualTo(250);
        assertThat(sums(order)).containsExactly(250L);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM shift_entry WHERE kind = 'TIP' AND order_id = " + order, Long.class))
                .isEqualTo(1);
    }

    @Test
    void aTipNextToTheCountIsInItOrRefused() {
        for (int round = 0; round < 6; round++) {
            String order = sell(null, 2_000).path("orderId").asString();
            String running = api.as(clerk)
                    .get("/store/v1/till-shifts/current")
                    .json()
                    .path("shiftId")
                    .asString();
            List<Race.Outcome<Integer>> ignored = Race.run(
                    2,
                    i -> () -> i == 0
                            ? tip(order, Map.of("kind", "CASH", "amountMinor", 100))
                                    .status()
                            : api.as(clerk)
                                    .post("/store/v1/till-shifts/" + running + "/close", Map.of("countedMinor", 12_000))
                                    .status());
            Long ledger = jdbc.queryForObject(
                    "SELECT SUM(amount_minor) FROM shift_entry WHERE tender_kind = 'CASH' AND shift_id = " + running,
                    Long.class);
            assertThat(jdbc.queryForObject("SELECT expected_minor FROM till_shift WHERE id = " + running, Long.class))
                    .isEqualTo(ledger)
                    .isEqualTo(12_000 + tipOf(order));
            shift = open();
        }
    }

    @Test
    void aTipNeedsAPaidOrderAndMoneyInTheHand() {
        api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(line(shop.goods(2_000), 1)),
                                "cash", Map.of("receivedMinor", 2_400),
                                "tip", Map.of("kind", "CASH", "amountMinor", 500)))
                .expectProblem(409, "CASH_TOO_LITTLE");
        String order = sell(null, 2_000).path("orderId").asString();
        tip(order, Map.of("kind", "STORED_VALUE", "amountMinor", 100)).expectProblem(400, "TIP_MEANS");
        tip(order, Map.of("kind", "BOOKED", "amountMinor", 100)).expectProblem(400, "TIP_MEANS");
        back(order).expectProblem(409, "NO_TIP");
    }

    private String open() {
        return api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 10_000))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
    }

    private JsonNode sell(Map<String, Object> tip, long received) {
        Map<String, Object> sale = new java.util.HashMap<>(
                Map.of("lines", List.of(line(shop.goods(1_000), 2)), "cash", Map.of("receivedMinor", received)));
        if (tip != null) {
            sale.put("tip", tip);
        }
        return api.as(clerk).post("/store/v1/sales", sale).expect(201).json();
    }

    private Api.Answer tip(String order, Map<String, Object> body) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/tips", body);
    }

    private Api.Answer back(String order) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/tips/return", Map.of());
    }

    private void refund(String order, long pieces) {
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", "1", "quantity", pieces))))
                .expect(201);
    }

    private long tipOf(String order) {
        Long tip = jdbc.queryForObject("SELECT tip_minor FROM sales_order WHERE id = " + order, Long.class);
        return tip == null ? -1 : tip;
    }

    private List<Long> sums(String order) {
        return jdbc.queryForList(
                "SELECT amount_minor FROM order_tip WHERE order_id = ? ORDER BY id", Long.class, order);
    }
}
