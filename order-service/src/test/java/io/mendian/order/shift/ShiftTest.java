package io.mendian.order.shift;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a shift counts, and what its reports say. */
@MendianTest
class ShiftTest extends ShiftSteps {

    @Test
    void theDrawerHoldsWhatTheShiftMoved() {
        String shift = open(50_000);
        sell(1_230, 5_000, null);
        String back = sell(2_000, 2_000, null).path("orderId").asString();
        refund(back);
        move(shift, "paid-in", 3_000);
        move(shift, "paid-out", 7_000);
        JsonNode x = get(shift);
        assertThat(x.path("status").asString()).isEqualTo("OPEN");
        assertThat(x.path("zNumber").isNull()).isTrue();
        JsonNode cash = x.path("cash");
        assertThat(cash.path("receivedMinor").asLong()).isEqualTo(3_230);
        assertThat(cash.path("refundedMinor").asLong()).isEqualTo(2_000);
        assertThat(cash.path("expectedMinor").asLong()).isEqualTo(50_000 + 1_230 + 2_000 - 2_000 + 3_000 - 7_000);
        assertThat(x.path("takings").path("orders").asLong()).isEqualTo(2);
        assertThat(x.path("takings").path("salesMinor").asLong()).isEqualTo(3_230);
        assertThat(x.path("takings").path("refundsMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("takings").path("revenueMinor").asLong()).isEqualTo(1_230);
        assertThat(x.path("movements")).hasSize(2);
        JsonNode z =
                close(clerk, shift, Map.of("countedMinor", 47_230)).expect(200).json();
        assertThat(z.path("status").asString()).isEqualTo("CLOSED");
        assertThat(z.path("zNumber").asLong()).isEqualTo(1);
        assertThat(z.path("cash").path("differenceMinor").asLong()).isZero();
        assertThat(ledger(shift)).isEqualTo(47_230);
    }

    @Test
    void aDifferenceAboveTheLimitWaitsForAManagerAndEveryCountIsKept() {
        String shift = open(10_000);
        sell(4_000, 4_000, null);
        JsonNode counted =
                close(clerk, shift, Map.of("countedMinor", 12_000)).expect(200).json();
        assertThat(counted.path("status").asString()).isEqualTo("COUNTED");
        assertThat(counted.path("managerNeeded").asBoolean()).isTrue();
        assertThat(counted.path("cash").path("differenceMinor").asLong()).isEqualTo(-2_000);
        api.as(clerk)
                .post("/store/v1/till-shifts/" + shift + "/paid-in", Map.of("amountMinor", 2_000, "reason", "补"))
                .expectProblem(409, "SHIFT_ENDED");
        api.as(clerk)
                .post("/store/v1/till-shifts/" + shift + "/accept", Map.of("note", "少找了"))
                .expect(403);
        String next = open(5_000); // the till goes on while the manager is on his way
        close(clerk, shift, Map.of("countedMinor", 12_500)).expect(200);
        JsonNode z = api.as(manager)
                .post("/store/v1/till-shifts/" + shift + "/accept", Map.of("note", "多找了 15 元"))
                .expect(200)
                .json();
        assertThat(z.path("status").asString()).isEqualTo("CLOSED");
        assertThat(z.path("cash").path("differenceMinor").asLong()).isEqualTo(-1_500);
        assertThat(z.path("counts")).hasSize(2);
        assertThat(z.path("note").asString()).isEqualTo("多找了 15 元");
        api.as(manager)
                .post("/store/v1/till-shifts/" + shift + "/accept", Map.of("note", "再来"))
                .expectProblem(409, "SHIFT_CLOSED");
        JsonNode closed =
                close(clerk, next, Map.of("countedMinor", 5_000)).expect(200).json();
        assertThat(closed.path("zNumber").asLong()).isEqualTo(2);
        JsonNode day = api.as(manager).get("/store/v1/days/today").expect(200).json();
        assertThat(day.path("shifts")).hasSize(2);
        assertThat(day.path("cashDifferenceMinor").asLong()).isEqualTo(-1_500);
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(4_000);
    }

    @Test
    void denominationsMustSumToTheCount() {
        String shift = open(10_000);
        List<Map<String, Integer>> notes =
                List.of(Map.of("valueMinor", 5_000, "pieces", 1), Map.of("valueMinor", 1_000, "pieces", 5));
        close(clerk, shift, Map.of("countedMinor", 9_000, "denominations", notes))
                .expectProblem(400, "COUNT_MISMATCH");
        close(clerk, shift, Map.of()).expectProblem(400, "COUNT_MISSING");
        JsonNode z =
                close(clerk, shift, Map.of("denominations", notes)).expect(200).json();
        assertThat(z.path("cash").path("countedMinor").asLong()).isEqualTo(10_000);
        assertThat(z.path("counts").get(0).path("denominations")).hasSize(2);
    }

    @Test
    void eachTillHasItsShiftAndCashGoesToTheTillThatIsNamed() {
        JsonNode second = api.as(manager)
                .post("/store/v1/tills", Map.of("code", "T2", "name", "二号台"))
                .expect(201)
                .json();
        api.as(manager)
                .post("/store/v1/tills", Map.of("code", "T2", "name", "又一台"))
                .expectProblem(409, "TILL_CODE_TAKEN");
        String tillId = second.path("tillId").asString();
        String first = open(1_000);
        String other = api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 2_000, "tillId", tillId))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
        sell(500, 500, tillId);
        sell(300, 300, null);
        assertThat(ledger(first)).isEqualTo(1_300);
        assertThat(ledger(other)).isEqualTo(2_500);
        api.as(shop.clerk(shop.store()))
                .post("/store/v1/till-shifts", Map.of("openingMinor", 0, "tillId", tillId))
                .expect(404);
    }

    @Test
    void cashOfAnOrderThatIsCancelledGoesBackOutOfTheDrawerOnce() {
        String shift = open(0);
        String order = api.as(clerk)
                .post("/store/v1/orders", Map.of("lines", List.of(line(shop.goods(1_000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        api.as(clerk)
                .post("/store/v1/orders/" + order + "/cash", Map.of("amountMinor", 400, "receivedMinor", 400))
                .expect(200);
        assertThat(ledger(shift)).isEqualTo(400);
        api.as(clerk).post("/store/v1/orders/" + order + "/cancel", Map.of()).expect(200);
        api.as(clerk)
                .post("/store/v1/orders/" + order + "/cash-returns", Map.of())
                .expect(200);
        assertThat(ledger(shift)).isZero();
    }

    @Test
    void aPersonClosesTheShiftsBeforeTheDay() {
        String shift = open(0);
        String today = sell(100, 100, null).path("businessDate").asString();
        api.as(manager).post("/store/v1/days/" + today + "/close", Map.of()).expectProblem(409, "SHIFTS_NOT_CLOSED");
        close(clerk, shift, Map.of("countedMinor", 95)).expect(200);
        JsonNode day = api.as(manager)
                .post("/store/v1/days/" + today + "/close", Map.of())
                .expect(200)
                .json();
        assertThat(day.path("cashDifferenceMinor").asLong()).isEqualTo(-5);
        assertThat(day.path("shifts")).hasSize(1);
    }

    @Test
    void aZReportStandsAndCarriesTheHashOfTheOneBefore() {
        String first = open(0);
        close(clerk, first, Map.of("countedMinor", 0)).expect(200);
        String second = open(0);
        String before =
                close(clerk, second, Map.of("countedMinor", 0)).expect(200).body();
        sell(100, 100, null);
        assertThat(api.as(clerk).get("/store/v1/till-shifts/" + second).json())
                .isEqualTo(new tools.jackson.databind.json.JsonMapper().readTree(before));
        assertThat(count("""
                        SELECT COUNT(*) FROM z_report z LEFT JOIN z_report p ON p.till_id = z.till_id
                            AND p.z_number = z.z_number - 1
                        WHERE z.till_id = ? AND z.hash = SHA2(CONCAT(z.previous_hash, z.report), 256)
                            AND z.previous_hash = COALESCE(p.hash, REPEAT('0', 64))
                        """, store.value())).isEqualTo(2);
    }

    @Test
    void aStrangersShiftAnswersLikeAMissingOne() {
        String shift = open(0);
        Caller stranger = shop.manager(shop.store());
        String missing = Long.toString(Shop.id());
        for (String id : List.of(shift, missing)) {
            api.as(stranger).get("/store/v1/till-shifts/" + id).expectProblem(404, "NOT_FOUND");
            close(stranger, id, Map.of("countedMinor", 0)).expectProblem(404, "NOT_FOUND");
            api.as(stranger)
                    .post("/store/v1/till-shifts/" + id + "/paid-in", Map.of("amountMinor", 1, "reason", "x"))
                    .expectProblem(404, "NOT_FOUND");
            api.as(stranger)
                    .post("/store/v1/till-shifts/" + id + "/paid-out", Map.of("amountMinor", 1, "reason", "x"))
                    .expectProblem(404, "NOT_FOUND");
            api.as(stranger)
                    .post("/store/v1/till-shifts/" + id + "/accept", Map.of("note", "x"))
                    .expectProblem(404, "NOT_FOUND");
        }
        assertThat(Right.TILL_MANAGE).isNotNull();
        api.as(TestCallers.clerk(Shop.id(), store, Right.ORDERS_READ))
                .get("/store/v1/till-shifts/" + shift)
                .expect(403);
    }
}
