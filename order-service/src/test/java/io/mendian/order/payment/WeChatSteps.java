package io.mendian.order.payment;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.refund.AdvanceRefunds;
import io.mendian.simulators.Simulators;
import io.mendian.simulators.world.Faults;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders of a member and their payments by WeChat Pay, for the tests of payment. */
abstract class WeChatSteps {

    static final String NOTIFY = "/open/v1/wechat-pay/notifications";

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
    PollWeChatPayments pollWeChatPayments;

    @Autowired
    ExpireUnpaidOrders expireUnpaidOrders;

    @Autowired
    AdvanceRefunds advanceRefunds;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    Simulators sim;

    MemberKey member;

    StoreId store;

    @BeforeEach
    void begin() {
        sim = provider.at();
        sim.control().clearFaults();
        store = shop.store();
        member = shop.member(0, 1000);
        members.isAtWeChat(member, "o-" + member);
    }

    @AfterEach
    void end() {
        sim.control().clearFaults();
    }

    int alarms(String number) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM alarm WHERE kind = 'WECHAT_PAY_NOT_AS_ASKED' AND subject = ? AND open_mark = 1",
                Integer.class,
                number);
    }

    JsonNode open(String order, String channel) {
        return channel.equals("MINI_PROGRAM")
                ? pay(order)
                : api.as(shop.clerk(store))
                        .post("/store/v1/orders/" + order + "/wechat-payments", Map.of())
                        .expect(201)
                        .json();
    }

    void covered(String order, String channel) {
        Api clerk = api.as(shop.clerk(store));
        switch (channel) {
            case "BARCODE" ->
                scan(order, sim.control().barcode("o-y", "success", null)).expect(201);
            case "CASH" ->
                clerk.post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 900))
                        .expect(200);
            case "BOOKED" ->
                clerk.post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "POS 机"))
                        .expect(200);
            default ->
                provider.paid(open(order, channel).path("outTradeNo").asString(), 900)
                        .sentTo(api, NOTIFY)
                        .expect(204);
        }
    }

    String order(long priceMinor) {
        return api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(priceMinor), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    JsonNode pay(String order) {
        return api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json();
    }

    Api.Answer scan(String order, String code) {
        return api.as(shop.clerk(store))
                .post("/store/v1/orders/" + order + "/barcode-payments", Map.of("authCode", code));
    }

    Faults faults(Map<String, Object> wanted) {
        return Faults.of(json.valueToTree(wanted));
    }

    String status(JsonNode payment) {
        return jdbc.queryForObject(
                "SELECT status FROM wechat_payment WHERE id = ?",
                String.class,
                payment.path("paymentId").asString());
    }

    String refundStatus(JsonNode payment) {
        return jdbc
                .queryForList(
                        "SELECT r.status FROM refund r JOIN refund_part p ON p.refund_id = r.id WHERE p.payment_id = ?",
                        String.class,
                        payment.path("paymentId").asString())
                .stream()
                .findFirst()
                .orElse("");
    }

    long sum(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
