package io.mendian.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.TestCallers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A week of one store, computed by hand: 5 sales, a recharge, two returns. */
class ReportTest extends ReportCase {

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
}
