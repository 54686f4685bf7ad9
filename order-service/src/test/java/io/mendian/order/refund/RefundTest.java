package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.world.Faults;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MendianTest
class RefundTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeMembers members;

    @Autowired
    PayProvider provider;

    @Autowired
    AdvanceRefunds advanceRefunds;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    private Simulators sim;
    private StoreId store;
    private Caller clerk;

    @BeforeEach
    void begin() {
        sim = provider.at();
        sim.control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
    }

    @AfterEach
    void end() {
        sim.control().clearFaults();
    }

    @Test
    void oneOfThreePiecesComesBackInCash() {
        String order = cashSale(1000, 3);
        JsonNode plan = api.as(clerk)
                .post("/store/v1/orders/" + order + "/refunds/preview", wish(1))
                .expect(200)
                .json();
        assertThat(plan.path("amountMinor").asLong()).isEqualTo(1000);
        JsonNode refund = refund(order, 1).expect(201).json();
        assertThat(refund.path("status").asString()).isEqualTo("DONE");
        OrderRefunded told = outbox.events(OrderRefunded.class, order).getFirst();
        assertThat(told.amountMinor()).isEqualTo(1000);
        assertThat(told.refundedSoFarMinor()).isEqualTo(1000);
        assertThat(told.paidMinor()).isEqualTo(3000);
        assertThat(told.full()).isFalse();
        assertThat(told.lines().getFirst().restock()).isTrue();
        assertThat(told.tenders().getFirst().kind()).isEqualTo("CASH");
        assertThat(orderStatus(order)).isEqualTo("PARTLY_REFUNDED");
        refund(order, 2).expect(201);
        assertThat(outbox.events(OrderRefunded.class, order).getLast().full()).isTrue();
        assertThat(orderStatus(order)).isEqualTo("REFUNDED");
        refund(order, 1).expectProblem(409, "ORDER_NOT_PAID");
    }

    @Test
    void twoRefundsOfTheLastPieceAtOnceAreOneRefund() {
        for (int round = 0; round < 5; round++) {
            String order = cashSale(1000, 1);
            List<Race.Outcome<Integer>> outcomes =
                    Race.run(8, i -> () -> refund(order, 1).status());
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 201))
                    .hasSize(1);
            assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
            assertThat(number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                    .isEqualTo(1000);
            assertThat(number("SELECT SUM(amount_minor) FROM refund WHERE order_id = " + order))
                    .isEqualTo(1000);
        }
    }

    @Test
    void theSameRequestTwiceIsOneRefund() {
        String order = cashSale(1000, 3);
        Api key = api.as(clerk).withKey("refund-" + Shop.id());
        String first = key.post("/store/v1/orders/" + order + "/refunds", wish(1))
                .expect(201)
                .body();
        assertThat(key.post("/store/v1/orders/" + order + "/refunds", wish(1))
                        .expect(201)
                        .body())
                .isEqualTo(first);
        assertThat(number("SELECT COUNT(*) FROM refund WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void theShareGoesBackToEachTenderAndPointsComeBack() {
        MemberKey member = shop.member(1000, 900);
        members.isAtWeChat(member, "o-" + member);
        // 3 × 1000 → 2700 → 2100 by 600 points; 900 by stored value, 1200 by WeChat
        JsonNode order = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "usePoints",
                                600,
                                "storedValueMinor",
                                900,
                                "lines",
                                List.of(line(shop.goods(1000), 3))))
                .expect(201)
                .json();
        String id = order.path("orderId").asString();
        payByWeChat(member, id);
        sim.control().setFaults(Faults.of(json.valueToTree(Map.of("limits", "off"))));
        JsonNode refund = refund(id, 1).expect(201).json();
        assertThat(refund.path("amountMinor").asLong()).isEqualTo(700);
        assertThat(refund.path("pointsReturned").asLong()).isEqualTo(200);
        assertThat(refund.path("status").asString()).isEqualTo("REFUNDING");
        assertThat(outbox.events(OrderRefunded.class, id)).isEmpty();
        settle(refund);
        OrderRefunded told = outbox.events(OrderRefunded.class, id).getFirst();
        assertThat(told.pointsReturned()).isEqualTo(200);
        assertThat(told.tenders())
                .extracting("kind", "amountMinor")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("STORED_VALUE", 300L),
                        org.assertj.core.groups.Tuple.tuple("WECHAT_PAY", 400L));
        settle(refund(id, 2).expect(201).json());
        assertThat(outbox.events(OrderRefunded.class, id)).hasSize(2);
        assertThat(outbox.events(OrderRefunded.class, id).getLast().full()).isTrue();
        assertThat(number("SELECT SUM(p.amount_minor) FROM refund_part p JOIN refund r ON r.id = p.refund_id"
                        + " WHERE p.kind = 'WECHAT_PAY' AND p.status = 'DONE' AND r.order_id = " + id))
                .isEqualTo(1200);
    }

    @Test
    void aRefundTheProviderRefusesIsVisibleAndTriedAgainUnderItsNumber() {
        MemberKey member = shop.member(0, 0);
        members.isAtWeChat(member, "o-" + member);
        String order = order(member, 1000);
        payByWeChat(member, order);
        sim.control().setFaults(Faults.of(json.valueToTree(Map.of("refund", "processing"))));
        JsonNode refund = refund(order, 1).expect(201).json();
        String number = "R" + refund.path("parts").get(0).path("partId").asString();
        sim.control().settleRefund(number, "CLOSED");
        Awaitility.await().until(() -> advanced(refund).equals("FAILED"));
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/refunds?status=FAILED&limit=200")
                        .expect(200)
                        .body())
                .contains(refund.path("refundId").asString());
        sim.control().clearFaults();
        api.as(TestCallers.headquarters())
                .post("/hq/v1/refunds/" + refund.path("refundId").asString() + "/retry", Map.of())
                .expect(200);
        Awaitility.await().until(() -> advanced(refund).equals("DONE"));
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
        assertThat(sim.control().refund(number).amount()).isEqualTo(900);
    }

    @Test
    void aRefundAnswerThatIsLostIsAskedForAndGoesBackOnce() {
        MemberKey member = shop.member(0, 0);
        members.isAtWeChat(member, "o-" + member);
        String order = order(member, 1000);
        payByWeChat(member, order);
        sim.control()
                .setFaults(
                        Faults.of(json.valueToTree(Map.of("http", "reset", "httpPath", "/v3/refund", "httpTimes", 1))));
        JsonNode refund = refund(order, 1).expect(201).json();
        sim.control().clearFaults();
        settle(refund);
        assertThat(number("SELECT COUNT(*) FROM refund_part p JOIN refund r ON r.id = p.refund_id WHERE r.order_id = "
                        + order))
                .isEqualTo(1);
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void aboveTheLimitASecondPersonDecides() {
        Caller manager = shop.manager(store);
        String order = cashSale(60_000, 1);
        JsonNode refund = refundBy(manager, order, 1).expect(201).json();
        String path = "/store/v1/refunds/" + refund.path("refundId").asString();
        assertThat(refund.path("status").asString()).isEqualTo("WAITING_APPROVAL");
        refund(order, 1).expectProblem(409, "RETURN_TOO_MUCH");
        api.as(manager).post(path + "/approve", Map.of()).expectProblem(409, "REFUND_SECOND_PERSON");
        api.as(clerk).post(path + "/approve", Map.of()).expect(403);
        api.as(shop.manager(shop.store())).post(path + "/approve", Map.of()).expectProblem(404, "NOT_FOUND");
        Caller second = shop.manager(store);
        Race.run(6, i -> () -> api.as(second).post(path + "/approve", Map.of()).status());
        assertThat(api.as(second).get(path).json().path("status").asString()).isEqualTo("DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void whatWasRejectedCanBeAskedForAgain() {
        String order = cashSale(60_000, 1);
        JsonNode refund = refund(order, 1).expect(201).json();
        api.as(shop.manager(store))
                .post("/store/v1/refunds/" + refund.path("refundId").asString() + "/reject", Map.of())
                .expect(200);
        assertThat(number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
        assertThat(number("SELECT refunded_quantity FROM order_line WHERE order_id = " + order))
                .isZero();
        refund(order, 1).expect(201);
    }

    @Test
    void anOrderOfZeroComesBackWithItsPointsOnly() {
        MemberKey member = shop.member(0, 0);
        String order = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId", store.text(),
                                "couponIds", List.of("OFF-100000-" + Shop.id()),
                                "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        assertThat(refund(order, 1).expect(201).json().path("status").asString())
                .isEqualTo("DONE");
        OrderRefunded told = outbox.events(OrderRefunded.class, order).getFirst();
        assertThat(told.full()).isTrue();
        assertThat(told.couponIds()).hasSize(1);
    }

    private String cashSale(long price, long quantity) {
        SkuId sku = shop.goods(price);
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines",
                                List.of(line(sku, quantity)),
                                "cash",
                                Map.of("receivedMinor", price * quantity)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private String order(MemberKey member, long price) {
        return api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(price), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private void payByWeChat(MemberKey member, String order) {
        JsonNode payment = api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json();
        sim.control().pay(payment.path("outTradeNo").asString(), "o-x", 0);
        Awaitility.await().until(() -> orderStatus(order).equals("PAID"));
    }

    private void settle(JsonNode refund) {
        Awaitility.await().until(() -> advanced(refund).equals("DONE"));
    }

    private String advanced(JsonNode refund) {
        clock.advance(Duration.ofSeconds(10));
        provider.at();
        advanceRefunds.advanceAll(200);
        return jdbc.queryForObject(
                "SELECT status FROM refund WHERE id = ?",
                String.class,
                refund.path("refundId").asString());
    }

    private Api.Answer refund(String order, long quantity) {
        return refundBy(clerk, order, quantity);
    }

    private Api.Answer refundBy(Caller caller, String order, long quantity) {
        return api.as(caller).post("/store/v1/orders/" + order + "/refunds", wish(quantity));
    }

    private static Map<String, Object> wish(long quantity) {
        return Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", quantity)));
    }

    private String orderStatus(String order) {
        return jdbc.queryForObject("SELECT status FROM sales_order WHERE id = ?", String.class, order);
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
