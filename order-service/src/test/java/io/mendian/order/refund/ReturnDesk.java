package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.runtime.security.Caller;
import io.mendian.simulators.world.Faults;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sells and takes back for the tests of returns; every order is new. */
@Component
@org.springframework.context.annotation.Lazy
class ReturnDesk {

    private final Api api;
    private final Shop shop;
    private final FakeMembers members;
    private final PayProvider provider;
    private final AdvanceRefunds advanceRefunds;
    private final JdbcTemplate jdbc;
    private final MovableClock clock;
    private final JsonMapper json;

    ReturnDesk(
            Api api,
            Shop shop,
            FakeMembers members,
            PayProvider provider,
            AdvanceRefunds advanceRefunds,
            JdbcTemplate jdbc,
            MovableClock clock,
            JsonMapper json) {
        this.api = api;
        this.shop = shop;
        this.members = members;
        this.provider = provider;
        this.advanceRefunds = advanceRefunds;
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** A sale for cash. */
    String cashSale(Caller clerk, SkuId sku, long quantity) {
        return id(api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(line(sku, quantity)), "cash", Map.of("receivedMinor", 10_000_000))));
    }

    /** An order of a member, paid by WeChat; {@code coupon} is what a coupon of the channel paid of it. */
    String weChatOrder(StoreId store, MemberKey member, SkuId sku, long quantity, long coupon) {
        members.isAtWeChat(member, "o-" + member);
        String order = id(api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(sku, quantity)))));
        String number = api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json()
                .path("outTradeNo")
                .asString();
        provider.at().control().pay(number, "o-x", coupon);
        Awaitility.await().until(() -> orderStatus(order).equals("PAID"));
        return order;
    }

    /** A recharge, sold for cash. */
    String recharge(Caller clerk, MemberKey member, long principalMinor) {
        String offer = Long.toString(Shop.id());
        members.offers(new MemberClient.RechargePackage(offer, "储值", principalMinor, principalMinor / 10, true));
        SkuId sku = shop.recharge(offer, principalMinor);
        return id(api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines",
                                List.of(line(sku, 1)),
                                "memberKey",
                                member.text(),
                                "cash",
                                Map.of("receivedMinor", principalMinor))));
    }

    static String id(Api.Answer placed) {
        return placed.expect(201).json().path("orderId").asString();
    }

    Api.Answer refund(Caller by, String order, long quantity) {
        return refund(by, order, quantity, null);
    }

    Api.Answer refund(Caller by, String order, long quantity, @Nullable Object ways) {
        Map<String, Object> body = new HashMap<>(wish(quantity));
        if (ways != null) {
            body.put("ways", ways);
        }
        return api.as(by).post("/store/v1/orders/" + order + "/refunds", body);
    }

    static Map<String, Object> wish(long quantity) {
        return Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", quantity)));
    }

    void faults(Map<String, Object> wanted) {
        provider.at().control().setFaults(Faults.of(json.valueToTree(wanted)));
    }

    /** Time goes on by so many seconds, and the timers with it; gives the refund's status. */
    String advanced(String refund, int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        provider.at();
        advanceRefunds.advanceAll(200);
        return refundStatus(refund);
    }

    void settle(String refund, String status) {
        Awaitility.await().until(() -> advanced(refund, 61).equals(status));
    }

    String refundStatus(String refund) {
        return text("SELECT status FROM refund WHERE id = " + refund);
    }

    String orderStatus(String order) {
        return text("SELECT status FROM sales_order WHERE id = " + order);
    }

    String numberOf(String order) {
        return text("SELECT out_trade_no FROM wechat_payment WHERE order_id = " + order);
    }

    String text(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }

    long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }

    void change(String sql) {
        jdbc.update(sql);
    }

    static String refundId(JsonNode refund) {
        return refund.path("refundId").asString();
    }

    /** The number of a refund's only part at the provider. */
    static String part(JsonNode refund) {
        return refund.path("parts").get(0).path("partId").asString();
    }
}
