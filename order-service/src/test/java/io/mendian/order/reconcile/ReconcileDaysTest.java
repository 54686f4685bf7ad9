package io.mendian.order.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcileDaysTest extends ReconcileCase {

    @Test
    void theTimerComparesEachDayOnceAndOneThatFailedAgainLater() {
        String good = paid(700);
        compare().expectProblem(409, "BILL_NOT_READY");
        nextMorning();
        sim.control().setFaults(json.readTree("{\"http\": \"500\", \"httpPath\": \"/v3/bill\"}"));
        reconcileDueDays.reconcile();
        assertThat(status()).isEqualTo("FAILED");
        sim.control().clearFaults();
        reconcileDueDays.reconcile();
        assertThat(status()).isEqualTo("FAILED");
        clock.advance(java.time.Duration.ofMinutes(31));
        provider.at();
        reconcileDueDays.reconcile();
        assertThat(status()).isEqualTo("DONE");
        assertThat(of(good)).isEmpty();
        Integer runs = jdbc.queryForObject("SELECT runs FROM channel_bill WHERE bill_date = ?", Integer.class, day);
        reconcileDueDays.reconcile();
        assertThat(jdbc.queryForObject("SELECT runs FROM channel_bill WHERE bill_date = ?", Integer.class, day))
                .isEqualTo(runs);
    }

    @Test
    void onlyHeadquartersOfTheWholeChainSeesBills() {
        Caller region = new Caller(
                io.mendian.runtime.security.Realm.HQ,
                "7",
                null,
                false,
                java.util.Set.of(shop.store()),
                java.util.Set.of(Right.REPORTS_READ, Right.OPERATIONS));
        api.as(region).get("/hq/v1/channel-bills").expect(403);
        api.as(region).get("/hq/v1/channel-differences").expect(403);
        api.as(TestCallers.headquarters())
                .post("/hq/v1/channel-differences/1/resolve", Map.of("note", "x"))
                .expectProblem(404, "NOT_FOUND");
        assertThat(api.as(TestCallers.headquarters(Right.REPORTS_READ))
                        .get("/hq/v1/channel-bills")
                        .expect(200)
                        .json()
                        .isArray())
                .isTrue();
    }
}
