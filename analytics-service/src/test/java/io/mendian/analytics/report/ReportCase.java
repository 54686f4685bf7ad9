package io.mendian.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A week of two shops, and who reads its reports. */
@MendianTest
abstract class ReportCase {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Api api;

    final Trading trading = new Trading();

    final Trading neighbour = new Trading();

    final MemberKey anna = Trading.member();

    final MemberKey ben = Trading.member();

    final List<SkuId> skus = new ArrayList<>();

    final String region = "r" + Trading.id();

    @BeforeEach
    void aWeek() {
        long first = Trading.id();
        for (int i = 0; i < 4; i++) {
            skus.add(SkuId.of(first + i));
        }
        deliveries.deliver(trading.opened("Asia/Shanghai", region));
        deliveries.deliver(neighbour.opened("Asia/Shanghai", region));
        // 16:30Z of 31 January is 00:30 of 1 February in Shanghai
        Trading.Sale early =
                trading.sale(anna, "2026-02-01").at("2026-01-31T16:30:00Z").line(skus.get(0), 2, 2000, 1800);
        deliveries.deliver(early.paid());
        deliveries.deliver(trading.sale(anna, "2026-02-01")
                .line(skus.get(1), 1, 1000, 1000)
                .by("WECHAT_PAY", 1000)
                .paid());
        deliveries.deliver(
                trading.sale(ben, "2026-02-03").line(skus.get(2), 5, 1000, 1000).paid());
        deliveries.deliver(
                trading.sale(null, "2026-02-03").line(skus.get(3), 1, 300, 300).paid());
        deliveries.deliver(trading.sale(ben, "2026-02-03")
                .recharge(5000, 600)
                .by("WECHAT_PAY", 5000)
                .paid());
        deliveries.deliver(trading.sale(ben, "2026-02-04")
                .line(skus.get(3), 1, 300, 300)
                .by("STORED_VALUE", 300)
                .paid());
        deliveries.deliver(early.refund("2026-02-05", 1, 900, false));
        deliveries.deliver(
                neighbour.sale(anna, "2026-03-05").line(skus.get(0), 1, 70, 70).paid());
    }

    static void assertFigures(JsonNode figures, long members, long orders, long pieces) {
        assertThat(figures.path("members").asLong()).isEqualTo(members);
        assertThat(figures.path("orders").asLong()).isEqualTo(orders);
        assertThat(figures.path("pieces").asLong()).isEqualTo(pieces);
    }

    static Caller scoped(Set<Trading> of) {
        return new Caller(
                Realm.HQ,
                "77",
                null,
                false,
                Set.copyOf(of.stream().map(one -> one.store).toList()),
                Set.of(Right.REPORTS_READ));
    }

    static String withoutTrace(String body) {
        return body.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    static List<Long> revenues(JsonNode rows) {
        List<Long> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.path("revenueMinor").asLong()));
        return values;
    }

    static List<String> field(JsonNode rows, String field) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.path(field).asString()));
        return values;
    }

    static long sum(JsonNode rows, String field) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asLong();
        }
        return sum;
    }

    JsonNode hq(String path) {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/" + path)
                .expect(200)
                .json();
    }
}
