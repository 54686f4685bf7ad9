package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shift with a real clerk and a real manager: cash, a quick receipt, a return, a count that is off, and the day after it. */
class ShiftTest {

    private final Shop shop = Shop.open();

    @Test
    void aShiftClosedWithADifferenceGoesIntoTheDayAndTheReports() {
        String tea = shop.goods("龙井茶", 12_800, 20);
        String shift = shop.clerk
                .post("/store/v1/till-shifts", with("openingMinor", 50_000))
                .expect(201)
                .text("shiftId");
        String sold = shop.clerk
                .post("/store/v1/sales", shop.cashSale(tea, 2, 30_000))
                .expect(201)
                .text("orderId");
        shop.clerk
                .post("/store/v1/quick-receipts", with("amountMinor", 1_500, "note", "礼盒", "cashReceivedMinor", 2_000))
                .expect(201);
        move(shift, "paid-out", 3_000, "买包装绳");
        shop.clerk
                .post(
                        "/store/v1/orders/" + sold + "/refunds",
                        with("reason", "买多了", "lines", List.of(with("lineId", "1", "quantity", 1))))
                .expect(201);
        JsonNode x = shop.clerk.get("/store/v1/till-shifts/current").expect(200).json();
        long expected = 50_000 + 25_600 + 1_500 - 3_000 - 12_800;
        assertThat(x.at("/cash/expectedMinor").asLong()).isEqualTo(expected);
        assertThat(x.at("/takings/revenueMinor").asLong()).isEqualTo(12_800 + 1_500);

        JsonNode counted = close(shift, expected - 2_000);
        assertThat(counted.path("status").asString()).isEqualTo("COUNTED");
        shop.clerk
                .post("/store/v1/till-shifts/" + shift + "/accept", with("note", "不该由我批"))
                .expect(403);
        JsonNode z = shop.manager
                .post("/store/v1/till-shifts/" + shift + "/accept", with("note", "找零多找 20 元"))
                .expect(200)
                .json();
        assertThat(z.path("zNumber").asLong()).isEqualTo(1);
        assertThat(z.at("/cash/differenceMinor").asLong()).isEqualTo(-2_000);

        String date = z.path("businessDate").asString();
        JsonNode day = shop.manager
                .post("/store/v1/days/" + date + "/close", Map.of())
                .expect(200)
                .json();
        assertThat(day.path("cashDifferenceMinor").asLong()).isEqualTo(-2_000);
        assertThat(day.path("salesMinor").asLong()).isEqualTo(25_600 + 1_500);
        Shop.eventually(
                () -> shop.report().path("revenueMinor").asLong(),
                day.path("revenueMinor").asLong());
        assertThat(shop.report().path("salesMinor").asLong())
                .isEqualTo(day.path("salesMinor").asLong());
        String html = shop.clerk
                .get("/store/v1/orders/" + sold + "/receipt/html")
                .expect(200)
                .body();
        assertThat(html).contains("龙井茶", "部分退款");
        shop.settles();
    }

    private JsonNode close(String shift, long counted) {
        return shop.clerk
                .post("/store/v1/till-shifts/" + shift + "/close", with("countedMinor", counted))
                .expect(200)
                .json();
    }

    private void move(String shift, String way, long amount, String reason) {
        shop.clerk
                .post("/store/v1/till-shifts/" + shift + "/" + way, with("amountMinor", amount, "reason", reason))
                .expect(200);
    }
}
