package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The last step: the day closes, and headquarters sees the same figures. */
final class ClosingSteps {

    private final TradingDay day;
    private final Shop shop;
    private final Door hq;

    ClosingSteps(TradingDay day) {
        this.day = day;
        this.shop = day.shop;
        this.hq = day.shop.hq;
    }

    void theDayClosesAndHeadquartersSeesIt() {
        shop.settles();
        JsonNode today = shop.manager.get("/store/v1/days/today").expect(200).json();
        String date = today.path("businessDate").asString();
        JsonNode closed = shop.manager
                .post(
                        "/store/v1/days/" + date + "/close",
                        with("countedCashMinor", today.path("expectedCashMinor").asLong()))
                .expect(200)
                .json();
        assertThat(closed.path("cashDifferenceMinor").asLong()).isZero();
        assertThat(closed.path("closedAt").asString()).isNotEmpty();

        String days = "?from=" + date + "&to=" + date;
        JsonNode summary = shop.report();
        assertThat(summary.path("salesMinor").asLong())
                .isEqualTo(closed.path("salesMinor").asLong());
        assertThat(summary.path("rechargeMinor").asLong())
                .isEqualTo(closed.path("rechargeMinor").asLong());
        assertThat(summary.path("revenueMinor").asLong())
                .isEqualTo(closed.path("revenueMinor").asLong());
        assertThat(summary.path("refundsMinor").asLong())
                .isEqualTo(closed.path("refundsMinor").asLong());
        for (String by : List.of("days", "hours")) {
            JsonNode rows = hq.get("/hq/v1/reports/" + by + days + "&storeId=" + shop.storeId)
                    .expect(200)
                    .json();
            assertThat(sum(rows, "salesMinor"))
                    .as(by)
                    .isEqualTo(summary.path("salesMinor").asLong());
        }
        assertThat(hq.get("/hq/v1/reports/stores" + days).expect(200).json().findValuesAsString("storeId"))
                .contains(shop.storeId);
        assertThat(hq.get("/hq/v1/reports/products" + days + "&storeId=" + shop.storeId)
                        .expect(200)
                        .json()
                        .findValuesAsString("skuId"))
                .contains(day.id("TEA"), day.id("CUP"), day.id("CARD"));
        JsonNode members = hq.get("/hq/v1/reports/members?at=" + date + "&limit=200&storeId=" + shop.storeId)
                .expect(200)
                .json();
        assertThat(members.findValuesAsString("memberKey"))
                .contains(day.member("wechat").key());
        JsonNode rfm = hq.get("/hq/v1/reports/rfm?at=" + date).expect(200).json();
        assertThat(sum(rfm.path("scores"), "members"))
                .isEqualTo(rfm.path("members").asLong());
        shop.booksBalance();
    }

    private static long sum(JsonNode rows, String field) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asLong();
        }
        return sum;
    }
}
