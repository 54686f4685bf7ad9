package io.mendian.order.catalogue;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Adds and changes products, for the tests of the catalogue. */
abstract class SkuSteps {

    static final Caller CLERK = TestCallers.clerk(7, StoreId.of(71), Right.ORDERS_SELL);

    static final Caller MEMBER = TestCallers.member(MemberKey.of(72));

    @Autowired
    Api api;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    SkuQueries queries;

    @Autowired
    JdbcTemplate jdbc;

    Api hq;

    @BeforeEach
    void signIn() {
        hq = api.as(TestCallers.headquarters()).with("Accept-Language", "en");
    }

    /** What a member is told, without the trace. */
    String notFound(String id) {
        return api.as(MEMBER)
                .get("/app/v1/catalogue/" + id)
                .expectProblem(404, "SKU_NOT_FOUND")
                .body()
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    String create(Map<String, Object> sku) {
        return hq.post("/hq/v1/skus", sku).expect(201).json().path("id").asString();
    }

    static List<String> codes(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    static Map<String, Object> goods(String code, String ean) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "barcodes",
                List.of(ean),
                "kind",
                "GOODS",
                "name",
                "龙井茶",
                "category",
                "茶叶",
                "listPriceMinor",
                4800,
                "memberPriceMinor",
                4500));
    }

    static Map<String, Object> service(String code) {
        return new HashMap<>(
                Map.of("code", code, "kind", "SERVICE", "name", "剪发", "listPriceMinor", 6000, "durationMinutes", 45));
    }
}
