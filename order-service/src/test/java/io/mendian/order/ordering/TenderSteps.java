package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sales by several means, for the tests of tenders. */
abstract class TenderSteps {

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
    FakeInventory inventory;

    @Autowired
    MovableClock clock;

    @Autowired
    FinishStuckOrders finishStuckOrders;

    StoreId store;

    Caller clerk;

    MemberKey member;

    String code;

    String giftCard;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(1000, 300);
        code = "code-" + member;
        members.shows(code, member);
        giftCard = "GC" + Shop.id();
        members.issuesGiftCard(giftCard, 2500);
    }

    void giveBack(String order, String line, long quantity) {
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "x", "lines", List.of(Map.of("lineId", line, "quantity", quantity))))
                .expect(201);
    }

    Api.Answer sell(Map<String, Object> sale) {
        return api.as(clerk).post("/store/v1/sales", sale);
    }

    Api.Answer place(Map<String, Object> basket) {
        return api.as(clerk).post("/store/v1/orders", basket);
    }

    Api.Answer book(String order, long minor, String key) {
        return api.as(clerk)
                .withKey(key)
                .post("/store/v1/orders/" + order + "/booked-receipts", Map.of("amountMinor", minor, "label", "银行卡"));
    }

    Api.Answer cash(String order, long minor) {
        return api.as(clerk)
                .post("/store/v1/orders/" + order + "/cash", Map.of("amountMinor", minor, "receivedMinor", minor));
    }

    static Map<String, Object> byCard(SkuId service, long quantity) {
        return with(line(service, quantity), "payByCard", true);
    }

    static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(name, value);
        return more;
    }

    long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class);
        return value == null ? 0 : value;
    }
}
