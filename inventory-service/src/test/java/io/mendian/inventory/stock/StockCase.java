package io.mendian.inventory.stock;

import io.mendian.inventory.Shop;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A shop and its shelf. */
@MendianTest
abstract class StockCase {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @Autowired
    OutboxProbe outbox;

    static String withoutTrace(Api.Answer answer) {
        return answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    static Map<String, Object> receipt(String documentNo, Map<String, Object> line) {
        return Map.of("documentNo", documentNo, "supplier", "茶厂", "lines", List.of(line));
    }

    Api.Answer adjust(String documentNo, String reason, SkuId sku, long delta) {
        return shop.asKeeper()
                .post(
                        "/store/v1/stock/adjustments",
                        Map.of(
                                "documentNo",
                                documentNo,
                                "reason",
                                reason,
                                "lines",
                                List.of(Map.of("skuId", sku, "delta", delta))));
    }
}
