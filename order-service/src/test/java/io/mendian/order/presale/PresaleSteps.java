package io.mendian.order.presale;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.payment.ExpireUnpaidOrders;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Offers and orders in two steps: 100.00, of which a deposit of 15.00 counts for 20.00; for the tests of pre-sales. */
abstract class PresaleSteps {

    static final long DEPOSIT = 1_500;
    static final long BALANCE = 8_000;

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    FakeMembers members;

    @Autowired
    PayProvider provider;

    @Autowired
    ExpireUnpaidOrders expireUnpaidOrders;

    StoreId store;
    Caller manager;
    MemberKey member;
    Caller buyer;

    @BeforeEach
    void aStoreAndAMember() {
        store = shop.store();
        manager = shop.manager(store);
        member = shop.member(0, 0);
        buyer = TestCallers.member(member);
        members.isAtWeChat(member, "o-" + member);
        provider.at().control().clearFaults();
    }

    /** The window opens in two days and is open for three. */
    String offer(String missed, long pieces) {
        return offered(shop.goods(10_000), DEPOSIT, 2_000, missed, pieces)
                .expect(201)
                .json()
                .path("offerId")
                .asString();
    }

    Api.Answer offered(SkuId sku, long deposit, long worth, String missed, long pieces) {
        return api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/presale-offers",
                        Map.of(
                                "skuId",
                                sku.text(),
                                "depositMinor",
                                deposit,
                                "worthMinor",
                                worth,
                                "depositUntil",
                                clock.instant().plus(Duration.ofDays(1)),
                                "balanceFrom",
                                clock.instant().plus(Duration.ofDays(2)),
                                "balanceUntil",
                                clock.instant().plus(Duration.ofDays(5)),
                                "missed",
                                missed,
                                "pieces",
                                pieces));
    }

    Api.Answer buy(String offer, long pieces) {
        return api.as(buyer)
                .post("/app/v1/presale-orders", Map.of("offerId", offer, "storeId", store.text(), "quantity", pieces));
    }

    String ordered(String offer) {
        return buy(offer, 1).expect(201).json().path("orderId").asString();
    }

    Api.Answer booked(String order) {
        return api.as(manager).post("/store/v1/orders/" + order + "/booked-receipts", Map.of("label", "POS"));
    }

    String deposited(String offer) {
        String order = ordered(offer);
        booked(order).expect(200);
        return order;
    }

    JsonNode byWeChat(String order) {
        JsonNode payment = api.as(buyer)
                .post("/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .json();
        provider.at().control().pay(payment.path("outTradeNo").asString(), "o-x", 0);
        Awaitility.await()
                .until(() -> number("SELECT COUNT(*) FROM wechat_payment WHERE status = 'CAPTURED' AND id = "
                                + payment.path("paymentId").asString())
                        == 1);
        return payment;
    }

    void days(long days) {
        clock.advance(Duration.ofDays(days));
        provider.at();
    }

    Api.Answer endAtStore(String order, boolean merchantsFault) {
        return api.as(manager)
                .post("/store/v1/presale-orders/" + order + "/end", Map.of("merchantsFault", merchantsFault));
    }

    List<String> ledger(String order) {
        return jdbc.queryForList(
                "SELECT CONCAT(kind, ' ', amount_minor) FROM presale_entry WHERE order_id = ? ORDER BY id",
                String.class,
                order);
    }

    String status(String order) {
        return String.valueOf(jdbc.queryForObject("SELECT status FROM sales_order WHERE id = " + order, String.class));
    }

    long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
