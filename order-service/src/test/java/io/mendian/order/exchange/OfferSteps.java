package io.mendian.order.exchange;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.payment.ExpireUnpaidOrders;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Points goods and their orders, for the tests of exchange offers. */
abstract class OfferSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FakeInventory inventory;

    @Autowired
    FakeMembers members;

    @Autowired
    ExpireUnpaidOrders expireUnpaidOrders;

    @Autowired
    MovableClock clock;

    StoreId store;

    SkuId cup;

    @BeforeEach
    void begin() {
        store = shop.store();
        cup = shop.goods(5000);
    }

    Map<String, Object> wish(SkuId sku, long points, long cash, Long limit) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "skuId",
                sku.text(),
                "points",
                points,
                "cashMinor",
                cash,
                "until",
                clock.instant().plus(Duration.ofDays(1))));
        if (limit != null) {
            wish.put("limitPerMember", limit);
        }
        return wish;
    }

    String offer(long points, long cash, Long limit) {
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/exchange-offers", wish(cup, points, cash, limit))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
    }

    static Map<String, Object> exchange(SkuId sku, long quantity, String offer) {
        return with(line(sku, quantity), "exchangeOfferId", offer);
    }

    Map<String, Object> basket(Map<String, Object> line) {
        return Map.of("storeId", store.text(), "lines", List.of(line));
    }

    Api.Answer place(MemberKey member, Map<String, Object> basket) {
        return api.as(TestCallers.member(member)).post("/app/v1/orders", basket);
    }

    static String id(Api.Answer answer) {
        return answer.expect(201).json().path("orderId").asString();
    }

    long taken(String offer, MemberKey member) {
        return number("SELECT COALESCE(SUM(pieces), 0) FROM exchange_taken WHERE offer_id = " + offer
                + " AND member_key = " + member.value());
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
