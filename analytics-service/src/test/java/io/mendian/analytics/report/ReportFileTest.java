package io.mendian.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Charts, files and the freshness of reports. */
class ReportFileTest extends ReportCase {

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
}
