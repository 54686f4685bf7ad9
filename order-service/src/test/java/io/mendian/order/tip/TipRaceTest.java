package io.mendian.order.tip;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderTipped;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tip is taken once and goes back once, also next to the count. */
@MendianTest
class TipRaceTest extends TipSteps {

    @Test
    void aTipGoesBackOnlyWithTheWholeOrderAndOnce() {
        JsonNode sale = sell(Map.of("kind", "CASH", "amountMinor", 400), 2_400);
        String order = sale.path("orderId").asString();
        refund(order, 1);
        back(order).expectProblem(409, "TIP_STAYS");
        refund(order, 1);
        assertThat(tipOf(order)).isEqualTo(400); // the refund alone leaves it
        List<Race.Outcome<Integer>> outcomes =
                Race.run(8, i -> () -> back(order).status());
        assertThat(outcomes).extracting(Race.Outcome::value).containsOnly(200);
        assertThat(tipOf(order)).isZero();
        assertThat(sums(order)).containsExactly(400L, -400L);
        assertThat(outbox.events(OrderTipped.class, order))
                .extracting("amountMinor")
                .containsExactly(400L, -400L);
        JsonNode x = api.as(clerk).get("/store/v1/till-shifts/" + shift).json();
        assertThat(x.path("cash").path("expectedMinor").asLong()).isEqualTo(10_000);
        assertThat(x.path("tips").path("cashMinor").asLong()).isZero();
        tip(order, Map.of("kind", "CASH", "amountMinor", 100)).expectProblem(409, "TIP_NOT_NOW");
    }

    @Test
    void theSameTipSixteenTimesIsTakenOnce() {
        String order = sell(null, 2_000).path("orderId").asString();
        String key = UUID.randomUUID().toString();
        List<Race.Outcome<Integer>> ignored = Race.run(
                16,
                i -> () -> api.as(clerk)
                        .withKey(key)
                        .post("/store/v1/orders/" + order + "/tips", Map.of("kind", "CASH", "amountMinor", 250))
                        .status());
        assertThat(tipOf(order)).isEqualTo(250);
        assertThat(sums(order)).containsExactly(250L);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM shift_entry WHERE kind = 'TIP' AND order_id = " + order, Long.class))
                .isEqualTo(1);
    }

    @Test
    void aTipNextToTheCountIsInItOrRefused() {
        for (int round = 0; round < 6; round++) {
            String order = sell(null, 2_000).path("orderId").asString();
            String running = api.as(clerk)
                    .get("/store/v1/till-shifts/current")
                    .json()
                    .path("shiftId")
                    .asString();
            List<Race.Outcome<Integer>> ignored = Race.run(
                    2,
                    i -> () -> i == 0
                            ? tip(order, Map.of("kind", "CASH", "amountMinor", 100))
                                    .status()
                            : api.as(clerk)
                                    .post("/store/v1/till-shifts/" + running + "/close", Map.of("countedMinor", 12_000))
                                    .status());
            Long ledger = jdbc.queryForObject(
                    "SELECT SUM(amount_minor) FROM shift_entry WHERE tender_kind = 'CASH' AND shift_id = " + running,
                    Long.class);
            assertThat(jdbc.queryForObject("SELECT expected_minor FROM till_shift WHERE id = " + running, Long.class))
                    .isEqualTo(ledger)
                    .isEqualTo(12_000 + tipOf(order));
            shift = open();
        }
    }
}
