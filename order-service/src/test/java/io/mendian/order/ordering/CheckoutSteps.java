package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.FakeMarketing;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Quotes and orders of a member, for the tests of checkout. */
abstract class CheckoutSteps {

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
    FakeMarketing marketing;

    @Autowired
    FinishStuckOrders finishStuckOrders;

    @Autowired
    MovableClock clock;

    Api.Answer place(MemberKey member, Map<String, Object> basket) {
        return api.as(TestCallers.member(member)).post("/app/v1/orders", basket);
    }

    static String id(Api.Answer answer) {
        return OrderId.parse(answer.json().path("orderId").asString()).text();
    }

    String status(StoreId store) {
        return jdbc.queryForObject("SELECT status FROM sales_order WHERE store_id = ?", String.class, store.value());
    }

    long count(String what) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + what, Long.class);
    }

    static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(map);
        more.put(name, value);
        return more;
    }
}
