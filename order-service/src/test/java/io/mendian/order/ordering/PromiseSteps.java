package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMarketing;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Budgets, prices by means and stored quotes, for the tests of promises. */
abstract class PromiseSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    FakeMarketing marketing;

    @Autowired
    PayProvider provider;

    String promotion(SkuId sku, long minor, String payWith, long budget) {
        String id = Long.toString(Shop.id());
        marketing.promotes(new FakeMarketing.Promotion(id, sku, minor, payWith, budget));
        return id;
    }

    Api.Answer place(MemberKey member, Map<String, Object> basket) {
        return api.as(TestCallers.member(member)).post("/app/v1/orders", basket);
    }

    static Map<String, Object> basket(StoreId store, SkuId sku) {
        return Map.of("storeId", store.text(), "lines", List.of(line(sku, 1)));
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
