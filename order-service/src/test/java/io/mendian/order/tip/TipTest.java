package io.mendian.order.tip;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.DayClosed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderTipped;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.MendianTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tip is money on top: in the drawer, for a person, and in no figure of sales. */
@MendianTest
class TipTest extends TipSteps {

    @Test
    void aTipAtPayingAndOneAfterwardsStandBesideEveryOtherFigure() {
        JsonNode sale = sell(Map.of("kind", "CASH", "amountMinor", 500), 3_000);
        String order = sale.path("orderId").asString();
        assertThat(sale.path("payableMinor").asLong()).isEqualTo(2_000);
        assertThat(sale.path("tipMinor").asLong()).isEqualTo(500);
        JsonNode cash = sale.path("tenders").get(0);
        assertThat(cash.path("receivedMinor").asLong()).isEqualTo(2_500); // the tip is taken first
        assertThat(cash.path("changeMinor").asLong()).isEqualTo(500);
        Caller waiter = shop.clerk(store);
        tip(
                        order,
                        Map.of(
                                "kind",
                                "BOOKED",
                                "label",
                                "POS 机",
                                "amountMinor",
                                300,
                                "staffId",
                                waiter.staffId().text()))
                .expect(200);
        OrderPaid paid = outbox.events(OrderPaid.class, order).getFirst();
        assertThat(paid.payableMinor()).isEqualTo(2_000);
        assertThat(paid.tenders()).extracting("amountMinor").containsExactly(2_000L);
        assertThat(outbox.events(OrderTipped.class, order))
                .extracting("kind", "amountMinor", "staffId")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CASH", 500L, clerk.staffId()),
                        org.assertj.core.groups.Tuple.tuple("BOOKED", 300L, waiter.staffId()));
        JsonNode x = api.as(clerk).get("/store/v1/till-shifts/" + shift).json();
        assertThat(x.path("cash").path("expectedMinor").asLong()).isEqualTo(10_000 + 2_000 + 500);
        assertThat(x.path("cash").path("receivedMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("tips").path("cashMinor").asLong()).isEqualTo(500);
        assertThat(x.path("tips").path("otherMinor").asLong()).isEqualTo(300);
        assertThat(x.path("tips").path("byStaff")).hasSize(2);
        assertThat(x.path("takings").path("salesMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("takings").path("revenueMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("takings").path("money").path("netMinor").asLong()).isEqualTo(2_000);
        assertThat(x.path("tenders")
                        .valueStream()
                        .mapToLong(one -> one.path("netMinor").asLong())
                        .sum())
                .isEqualTo(2_000);
        String receipt = api.as(clerk)
                .get("/store/v1/orders/" + order + "/receipt")
                .json()
                .path("text")
                .asString();
        assertThat(receipt).contains("小费（另计）").contains("8.00");
    }

    @Test
    void theZReportAndTheDayKeepTheTips() {
        JsonNode sale = sell(Map.of("kind", "CASH", "amountMinor", 700), 2_700);
        JsonNode z = api.as(clerk)
                .post("/store/v1/till-shifts/" + shift + "/close", Map.of("countedMinor", 12_700))
                .expect(200)
                .json();
        assertThat(z.path("cash").path("differenceMinor").asLong()).isZero();
        assertThat(z.path("cash").path("tipsMinor").asLong()).isEqualTo(700);
        assertThat(z.path("tips").path("cashMinor").asLong()).isEqualTo(700);
        tip(sale.path("orderId").asString(), Map.of("kind", "CASH", "amountMinor", 100))
                .expectProblem(409, "TIP_TOO_LATE");
        open(); // also not into the next shift
        tip(sale.path("orderId").asString(), Map.of("kind", "CASH", "amountMinor", 100))
                .expectProblem(409, "TIP_TOO_LATE");
        String next = api.as(clerk)
                .get("/store/v1/till-shifts/current")
                .json()
                .path("shiftId")
                .asString();
        api.as(clerk)
                .post("/store/v1/till-shifts/" + next + "/close", Map.of("countedMinor", 10_000))
                .expect(200);
        JsonNode day = api.as(clerk).get("/store/v1/days/today").expect(200).json();
        assertThat(day.path("expectedCashMinor").asLong()).isEqualTo(2_700);
        assertThat(day.path("salesMinor").asLong()).isEqualTo(2_000);
        String date = day.path("businessDate").asString();
        api.as(clerk)
                .post("/store/v1/days/" + date + "/close", Map.of("countedCashMinor", 2_700))
                .expect(200);
        DayClosed closed = outbox.events(DayClosed.class, store.text()).getFirst();
        assertThat(closed.tipsMinor()).isEqualTo(700);
        assertThat(closed.salesMinor()).isEqualTo(2_000);
        tip(sale.path("orderId").asString(), Map.of("kind", "CASH", "amountMinor", 100))
                .expect(409);
    }

    @Test
    void aTipNeedsAPaidOrderAndMoneyInTheHand() {
        api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(line(shop.goods(2_000), 1)),
                                "cash", Map.of("receivedMinor", 2_400),
                                "tip", Map.of("kind", "CASH", "amountMinor", 500)))
                .expectProblem(409, "CASH_TOO_LITTLE");
        String order = sell(null, 2_000).path("orderId").asString();
        tip(order, Map.of("kind", "STORED_VALUE", "amountMinor", 100)).expectProblem(400, "TIP_MEANS");
        tip(order, Map.of("kind", "BOOKED", "amountMinor", 100)).expectProblem(400, "TIP_MEANS");
        back(order).expectProblem(409, "NO_TIP");
    }
}
