package io.mendian.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A week of one store, computed by hand: 5 sales, a recharge, two returns. */
@MendianTest
class ReportTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Api api;

    private final Trading trading = new Trading();
    private final Trading neighbour = new Trading();
    private final MemberKey anna = Trading.member();
    private final MemberKey ben = Trading.member();
    private final List<SkuId> skus = new ArrayList<>();
    private final String region = "r" + Trading.id();

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

    @Test
    void theSummaryKeepsRevenueMoneyAndDebtApart() {
        JsonNode summary = hq("summary?from=2026-02-01&to=2026-02-28&storeId=" + trading.store.text());
        assertFigures(summary, 2, 5, 10);
        assertThat(summary.path("salesMinor").asLong()).isEqualTo(4400);
        assertThat(summary.path("discountMinor").asLong()).isEqualTo(200);
        assertThat(summary.path("refundsMinor").asLong()).isEqualTo(900);
        assertThat(summary.path("revenueMinor").asLong()).isEqualTo(3500);
        assertThat(summary.path("receivedMinor").asLong()).isEqualTo(9100);
        assertThat(summary.path("paidBackMinor").asLong()).isEqualTo(900);
        assertThat(summary.path("storedValueUsedMinor").asLong()).isEqualTo(300);
        assertThat(summary.path("storedValueChangeMinor").asLong()).isEqualTo(5300);
        assertThat(summary.path("currency").asString()).isEqualTo("CNY");
        assertThat(summary.path("asOf").asString()).isNotBlank();
    }

    private static void assertFigures(JsonNode figures, long members, long orders, long pieces) {
        assertThat(figures.path("members").asLong()).isEqualTo(members);
        assertThat(figures.path("orders").asLong()).isEqualTo(orders);
        assertThat(figures.path("pieces").asLong()).isEqualTo(pieces);
    }

    @Test
    void revenueAndRechargesAreMoneyReceivedAndStoredValueUsed() {
        JsonNode all = hq("summary?storeId=" + trading.store.text());
        assertThat(all.path("salesMinor").asLong() + all.path("rechargeMinor").asLong())
                .isEqualTo(all.path("receivedMinor").asLong()
                        + all.path("storedValueUsedMinor").asLong());
        long tenders = sum(hq("tenders?storeId=" + trading.store.text()), "netMinor");
        assertThat(tenders)
                .isEqualTo(all.path("receivedMinor").asLong()
                        + all.path("storedValueUsedMinor").asLong()
                        - all.path("paidBackMinor").asLong());
    }

    @Test
    void everyDayOfThePeriodIsThereAndTheDaysSumToTheMonths() {
        JsonNode days = hq("days?from=2026-01-31&to=2026-02-06&storeId=" + trading.store.text());
        assertThat(days).hasSize(7);
        assertThat(revenues(days)).containsExactly(0L, 2800L, 0L, 1300L, 300L, -900L, 0L);
        JsonNode months = hq("months?storeId=" + trading.store.text());
        assertThat(months).hasSize(1);
        assertThat(months.get(0).path("month").asString()).isEqualTo("2026-02");
        assertThat(months.get(0).path("revenueMinor").asLong()).isEqualTo(sum(days, "revenueMinor"));
        api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/days?from=2024-01-01&to=2026-01-01")
                .expectProblem(400, "REPORT_PERIOD_TOO_LONG");
        api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/days?from=2026-01-02&to=2026-01-01")
                .expectProblem(400, "REPORT_PERIOD_INVALID");
    }

    @Test
    void theHourIsThatOfTheStore() {
        JsonNode hours = hq("hours?storeId=" + trading.store.text());
        assertThat(hours).hasSize(24);
        assertThat(hours.get(0).path("revenueMinor").asLong()).isEqualTo(1800);
        assertThat(hours.get(20).path("revenueMinor").asLong()).isEqualTo(2600);
        assertThat(hours.get(11).path("revenueMinor").asLong()).isEqualTo(-900);
        assertThat(sum(hours, "orders")).isEqualTo(5);
    }

    @Test
    void equalProductsShareARank() {
        JsonNode products = hq("products?storeId=" + trading.store.text());
        // 1000, 1000, 900 (1800 less the return), 600
        assertThat(field(products, "rank")).containsExactly("1", "1", "3", "4");
        assertThat(field(products, "skuId"))
                .containsExactly(
                        skus.get(1).text(),
                        skus.get(2).text(),
                        skus.get(0).text(),
                        skus.get(3).text());
        assertThat(field(hq("products?sort=pieces&limit=1&storeId=" + trading.store.text()), "skuId"))
                .containsExactly(skus.get(2).text());
        api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/products?sort=price;DROP")
                .expectProblem(400, "REPORT_SORT_UNKNOWN");
    }

    @Test
    void storesAndRegionsRollUp() {
        Caller both = scoped(Set.of(trading, neighbour));
        JsonNode stores = api.as(both).get("/hq/v1/reports/stores").expect(200).json();
        assertThat(field(stores, "storeId")).containsExactly(trading.store.text(), neighbour.store.text());
        JsonNode regions =
                api.as(both).get("/hq/v1/reports/regions").expect(200).json();
        assertThat(regions).hasSize(1);
        assertThat(regions.get(0).path("stores").asLong()).isEqualTo(2);
        assertThat(regions.get(0).path("revenueMinor").asLong()).isEqualTo(3570).isEqualTo(sum(stores, "revenueMinor"));
    }

    @Test
    void aCallerSeesHisStoresOnlyAndAnotherAnswersLikeOneThatDoesNotExist() {
        Caller one = scoped(Set.of(neighbour));
        assertThat(api.as(one)
                        .get("/hq/v1/reports/summary")
                        .expect(200)
                        .json()
                        .path("revenueMinor")
                        .asLong())
                .isEqualTo(70);
        assertThat(api.as(one)
                        .get("/hq/v1/reports/rfm")
                        .expect(200)
                        .json()
                        .path("members")
                        .asLong())
                .isEqualTo(1);
        String stranger = api.as(one)
                .get("/hq/v1/reports/summary?storeId=" + trading.store.text())
                .expectProblem(404, "NOT_FOUND")
                .body();
        String missing = api.as(one)
                .get("/hq/v1/reports/summary?storeId=12345")
                .expect(404)
                .body();
        assertThat(withoutTrace(stranger)).isEqualTo(withoutTrace(missing));
        assertThat(withoutTrace(api.as(TestCallers.headquarters())
                        .get("/hq/v1/reports/summary?storeId=12345")
                        .expect(404)
                        .body()))
                .isEqualTo(withoutTrace(missing));
    }

    @Test
    void aClerkSeesHisOwnStore() {
        Caller clerk = TestCallers.clerk(5, neighbour.store, Right.REPORTS_READ);
        for (String report : List.of("summary", "days", "months", "hours", "products", "tenders", "chart?by=month")) {
            api.as(clerk).get("/store/v1/reports/" + report).expect(200);
        }
        assertThat(api.as(clerk)
                        .get("/store/v1/reports/months")
                        .json()
                        .get(0)
                        .path("revenueMinor")
                        .asLong())
                .isEqualTo(70);
        api.as(clerk).get("/hq/v1/reports/summary").expect(403);
        api.as(clerk).get("/store/v1/reports/export?by=day").expect(403);
    }

    @Test
    void aChartHasOneValuePerLabel() {
        for (Breakdown by : Breakdown.values()) {
            JsonNode chart =
                    hq("chart?by=" + by.text() + "&from=2026-02-01&to=2026-02-07&storeId=" + trading.store.text());
            assertThat(chart.path("labels")).as(by.text()).isNotEmpty();
            for (JsonNode series : chart.path("series")) {
                assertThat(series.path("values")).hasSameSizeAs(chart.path("labels"));
            }
        }
        JsonNode days = hq("chart?by=day&from=2026-02-01&to=2026-02-03&storeId=" + trading.store.text());
        assertThat(days.path("labels").toString()).isEqualTo("[\"2026-02-01\",\"2026-02-02\",\"2026-02-03\"]");
        assertThat(days.path("series").get(0).path("values").toString()).isEqualTo("[2800,0,1300]");
        api.as(TestCallers.headquarters()).get("/hq/v1/reports/chart?by=moon").expectProblem(400, "REPORT_UNKNOWN");
    }

    @Test
    void aFileOpensInASpreadsheetAndNoCellIsAFormula() {
        deliveries.deliver(new SkuPublished(
                skus.get(0),
                9,
                "C",
                List.of(),
                "GOODS",
                "=HYPERLINK(\"x\",\"茶,大\")",
                "食品",
                "PIECE",
                1,
                "CNY",
                null,
                null,
                true,
                Instant.EPOCH));
        Api.Answer file = api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/export?by=product&storeId=" + trading.store.text())
                .expect(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("report-product.csv");
        assertThat(file.body()).startsWith("\uFEFFproduct,skuId,").contains("\"'=HYPERLINK(\"\"x\"\",\"\"茶,大\"\")\",");
        assertThat(file.body().lines()).hasSize(5);
        for (Breakdown by : Breakdown.values()) {
            api.as(TestCallers.headquarters())
                    .get("/hq/v1/reports/export?by=" + by.text())
                    .expect(200);
        }
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/reports/export?by=day&from=2026-02-05&to=2026-02-05&storeId="
                                + trading.store.text())
                        .body())
                .contains("2026-02-05,0,0,1,0,0,900,-900,");
    }

    @Test
    void cellsThatASpreadsheetWouldComputeAreText() {
        assertThat(Csv.cell("+86")).isEqualTo("'+86");
        assertThat(Csv.cell("@x")).isEqualTo("'@x");
        assertThat(Csv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(Csv.cell("  -1")).isEqualTo("'  -1");
        assertThat(Csv.cell(-1L)).isEqualTo("-1");
        assertThat(Csv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
    }

    @Test
    void freshnessTellsTheLastEventAndWhatWaits() {
        JsonNode fresh = hq("freshness");
        assertThat(fresh.path("events").asLong()).isPositive();
        assertThat(fresh.path("lagMillis").asLong()).isNotNegative();
        assertThat(fresh.path("parked").isIntegralNumber()).isTrue();
        assertThat(fresh.path("lastEventAt").asString()).isNotBlank();
    }

    private static Caller scoped(Set<Trading> of) {
        return new Caller(
                Realm.HQ,
                "77",
                null,
                false,
                Set.copyOf(of.stream().map(one -> one.store).toList()),
                Set.of(Right.REPORTS_READ));
    }

    private static String withoutTrace(String body) {
        return body.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static List<Long> revenues(JsonNode rows) {
        List<Long> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.path("revenueMinor").asLong()));
        return values;
    }

    private static List<String> field(JsonNode rows, String field) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.path(field).asString()));
        return values;
    }

    private static long sum(JsonNode rows, String field) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asLong();
        }
        return sum;
    }

    private JsonNode hq(String path) {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/" + path)
                .expect(200)
                .json();
    }
}
