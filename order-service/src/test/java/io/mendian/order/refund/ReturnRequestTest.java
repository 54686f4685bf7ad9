package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A member asks, the store decides, and he sees where it stands. */
@MendianTest
class ReturnRequestTest extends ReturnRequestSteps {

    @Test
    void aMemberAsksStaffTakesItUpAndHeSeesWhereItStands() {
        String order = order(1000, 3);
        String refund = asked(order, 2, "QUALITY");
        assertThat(desk.refundStatus(refund)).isEqualTo("REQUESTED");
        assertThat(outbox.events(OrderRefunded.class, order)).isEmpty();
        desk.refund(clerk, order, 2).expectProblem(409, "RETURN_TOO_MUCH");
        assertThat(api.as(clerk)
                        .get("/store/v1/refunds?status=REQUESTED")
                        .expect(200)
                        .json()
                        .findValuesAsString("refundId"))
                .containsExactly(refund);
        JsonNode done = api.as(clerk)
                .post(
                        "/store/v1/refunds/" + refund + "/accept",
                        Map.of("lines", List.of(Map.of("lineId", "1", "restock", false)), "note", "已收到"))
                .expect(200)
                .json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("decidedAt").isNull()).isFalse();
        assertThat(outbox.events(OrderRefunded.class, order)
                        .getFirst()
                        .lines()
                        .getFirst()
                        .restock())
                .isFalse();
        JsonNode mine = me.get("/app/v1/refunds/" + refund).expect(200).json();
        assertThat(mine.path("amountMinor").asLong()).isEqualTo(1800);
        assertThat(mine.path("decisionNote").asString()).isEqualTo("已收到");
        assertThat(me.get("/app/v1/orders/" + order)
                        .expect(200)
                        .json()
                        .at("/lines/0/refundedQuantity")
                        .asLong())
                .isEqualTo(2);
        api.as(TestCallers.member(shop.member(0, 0)))
                .get("/app/v1/refunds/" + refund)
                .expectProblem(404, "NOT_FOUND");
    }

    @Test
    void takenUpAndWithdrawnAtOnceOneOfBothHappens() {
        for (int round = 0; round < 4; round++) {
            String order = order(1000, 1);
            String refund = asked(order, 1, "DISLIKE");
            Race.run(
                    6,
                    i -> () -> i % 2 == 0
                            ? me.post("/app/v1/refunds/" + refund + "/withdraw", Map.of())
                                    .status()
                            : api.as(clerk)
                                    .post("/store/v1/refunds/" + refund + "/accept", Map.of())
                                    .status());
            String status = desk.refundStatus(refund);
            assertThat(status).isIn("DONE", "WITHDRAWN");
            assertThat(desk.number("SELECT refunded_quantity FROM order_line WHERE order_id = " + order))
                    .isEqualTo(status.equals("DONE") ? 1 : 0);
            assertThat(outbox.events(OrderRefunded.class, order)).hasSize(status.equals("DONE") ? 1 : 0);
        }
    }

    @Test
    void whatStaffRefusesIsToldWithItsReasonAndFree() {
        String order = order(1000, 1);
        String refund = asked(order, 1, "DISLIKE");
        api.as(clerk).post("/store/v1/refunds/" + refund + "/reject", Map.of()).expect(403);
        api.as(shop.manager(store))
                .post("/store/v1/refunds/" + refund + "/reject", Map.of("note", "商品已使用"))
                .expect(200);
        assertThat(me.get("/app/v1/refunds/" + refund)
                        .json()
                        .path("decisionNote")
                        .asString())
                .isEqualTo("商品已使用");
        asked(order, 1, "OTHER");
    }

    @Test
    void aboveTheLimitASecondPersonApprovesWhatTheFirstTookUp() {
        String order = order(80_000, 1);
        String refund = asked(order, 1, "QUALITY");
        Caller manager = shop.manager(store);
        assertThat(api.as(manager)
                        .post("/store/v1/refunds/" + refund + "/accept", Map.of())
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WAITING_APPROVAL");
        api.as(manager)
                .post("/store/v1/refunds/" + refund + "/approve", Map.of())
                .expectProblem(409, "REFUND_SECOND_PERSON");
        api.as(shop.manager(store))
                .post("/store/v1/refunds/" + refund + "/approve", Map.of())
                .expect(200);
        assertThat(desk.refundStatus(refund)).isEqualTo("DONE");
    }

    @Test
    void afterTheWindowTheMemberIsSentToTheStore() {
        String order = order(1000, 1);
        desk.change("UPDATE sales_order SET paid_at = '2020-01-01' WHERE id = " + order);
        me.post("/app/v1/orders/" + order + "/refunds", ReturnDesk.wish(1)).expectProblem(409, "RETURN_WINDOW_OVER");
        desk.refund(clerk, order, 1).expect(201);
    }

    @Test
    void aRequestThatWaitsTooLongIsOverdueOnceAndMeasured() {
        String refund = asked(order(1000, 1), 1, "DISLIKE");
        desk.change("UPDATE refund SET created_at = '2024-03-01 08:00:00' WHERE id = " + refund);
        assertThat(watchRequests.mark()).isPositive();
        assertThat(watchRequests.mark()).isZero();
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/refunds?overdue=true&limit=200")
                        .expect(200)
                        .json()
                        .findValuesAsString("refundId"))
                .contains(refund);
        assertThat(desk.number(
                        "SELECT COUNT(*) FROM alarm WHERE kind = 'RETURN_OVERDUE' AND subject = '" + refund + "'"))
                .isEqualTo(1);
        desk.change("UPDATE refund SET status = 'REJECTED', decided_at = '2024-03-01 09:30:00' WHERE id = " + refund);
        JsonNode times = api.as(TestCallers.headquarters())
                .get("/hq/v1/refunds/decision-times?from=2024-02-29T00:00:00Z&until=2024-03-02T00:00:00Z")
                .expect(200)
                .json();
        assertThat(times.path("longestSeconds").asLong()).isEqualTo(5400);
        assertThat(times.path("overdueEver").asLong()).isEqualTo(1);
        desk.change("UPDATE refund SET status = 'REQUESTED', decided_at = NULL WHERE id = " + refund);
    }

    @Test
    void reasonsAreHeadquartersList() {
        String code = "T" + Shop.id();
        Map<String, Object> body = Map.of(
                "textZh",
                "临期",
                "textEn",
                "Near its date",
                "cause",
                "MERCHANT",
                "restock",
                false,
                "active",
                true,
                "position",
                5);
        api.as(TestCallers.headquarters())
                .put("/hq/v1/return-reasons/" + code, body)
                .expect(200);
        assertThat(me.get("/app/v1/return-reasons").expect(200).body()).contains(code);
        String order = order(1000, 1);
        me.post(
                        "/app/v1/orders/" + order + "/refunds",
                        Map.of("reasonCode", "NO_SUCH", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expectProblem(400, "RETURN_REASON_UNKNOWN");
        me.post("/app/v1/orders/" + order + "/refunds", Map.of("lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expectProblem(400, "RETURN_REASON_NEEDED");
        String refund = asked(order, 1, code);
        JsonNode seen = me.get("/app/v1/refunds/" + refund).json();
        assertThat(seen.path("cause").asString()).isEqualTo("MERCHANT");
        assertThat(seen.path("reason").asString()).isEqualTo("临期");
        assertThat(seen.at("/lines/0/restock").asBoolean()).isFalse();
    }
}
