package io.mendian.order.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Opened, closed, paid out and sold at the same instant: each counts once. */
@MendianTest
class ShiftRaceTest extends ShiftSteps {

    @Test
    void aTillHasOneOpenShiftHoweverManyOpenIt() {
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8,
                i -> () -> api.as(clerk)
                        .post("/store/v1/till-shifts", Map.of("openingMinor", 100))
                        .status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 201)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 409)).hasSize(7);
        assertThat(count("SELECT COUNT(*) FROM till_shift WHERE store_id = ?", store.value()))
                .isEqualTo(1);
    }

    @Test
    void twoClosesOfOneShiftMakeOneZReport() {
        for (int round = 0; round < 3; round++) {
            String shift = open(1_000);
            List<Race.Outcome<Integer>> outcomes = Race.run(
                    6,
                    i -> () ->
                            close(clerk, shift, Map.of("countedMinor", 1_000)).status());
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200))
                    .hasSize(1);
        }
        assertThat(jdbc.queryForList(
                        "SELECT z_number FROM z_report WHERE till_id = ? ORDER BY z_number", Long.class, store.value()))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aSaleNextToTheCountIsEitherInItOrOutsideOfTheShift() {
        for (int round = 0; round < 5; round++) {
            String shift = open(0);
            Race.run(
                    8,
                    i -> () -> i == 0
                            ? close(manager, shift, Map.of("countedMinor", 0, "note", "赛跑"))
                                    .status()
                            : sell(100, 100, null).path("status").asString().length());
            JsonNode z = get(shift);
            assertThat(z.path("status").asString()).isEqualTo("CLOSED");
            assertThat(z.path("cash").path("expectedMinor").asLong()).isEqualTo(ledger(shift));
            assertThat(z.path("takings").path("salesMinor").asLong()).isEqualTo(ledger(shift));
        }
    }

    @Test
    void cashPaidOutTwiceWithOneKeyLeavesTheDrawerOnceAndNeverMoreThanItHolds() {
        String shift = open(1_000);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("amountMinor", 400, "reason", "买扫帚");
        Race.run(
                6,
                i -> () -> api.as(clerk)
                        .withKey(key)
                        .post("/store/v1/till-shifts/" + shift + "/paid-out", body)
                        .status());
        api.as(clerk)
                .withKey(key)
                .post("/store/v1/till-shifts/" + shift + "/paid-out", body)
                .expect(200);
        assertThat(ledger(shift)).isEqualTo(600);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8,
                i -> () -> api.as(clerk)
                        .post(
                                "/store/v1/till-shifts/" + shift + "/paid-out",
                                Map.of("amountMinor", 200, "reason", "零用"))
                        .status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(3);
        assertThat(ledger(shift)).isZero();
    }
}
