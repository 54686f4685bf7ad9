package io.mendian.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reports of stores and regions, and what a caller sees of them. */
class ReportScopeTest extends ReportCase {

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
}
