package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import io.mendian.simulators.world.Faults;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Refunds that the provider brings back, late or at the second try, and those that need a second person. */
@MendianTest
class RefundProviderTest extends RefundSaleSteps {

    @Test
    void aRefundTheProviderRefusesIsVisibleAndTriedAgainUnderItsNumber() {
        MemberKey member = shop.member(0, 0);
        members.isAtWeChat(member, "o-" + member);
        String order = order(member, 1000);
        payByWeChat(member, order);
        sim.control().setFaults(Faults.of(json.valueToTree(Map.of("refund", "processing"))));
        JsonNode refund = refund(order, 1).expect(201).json();
        String number = "R" + refund.path("parts").get(0).path("partId").asString();
        sim.control().settleRefund(number, "CLOSED");
        Awaitility.await().until(() -> advanced(refund).equals("FAILED"));
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/refunds?status=FAILED&limit=200")
                        .expect(200)
                        .body())
                .contains(refund.path("refundId").asString());
        sim.control().clearFaults();
        api.as(TestCallers.headquarters())
                .post("/hq/v1/refunds/" + refund.path("refundId").asString() + "/retry", Map.of())
                .expect(200);
        Awaitility.await().until(() -> advanced(refund).equals("DONE"));
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
        assertThat(sim.control().refund(number).amount()).isEqualTo(900);
    }

    @Test
    void aRefundAnswerThatIsLostIsAskedForAndGoesBackOnce() {
        MemberKey member = shop.member(0, 0);
        members.isAtWeChat(member, "o-" + member);
        String order = order(member, 1000);
        payByWeChat(member, order);
        sim.control()
                .setFaults(
                        Faults.of(json.valueToTree(Map.of("http", "reset", "httpPath", "/v3/refund", "httpTimes", 1))));
        JsonNode refund = refund(order, 1).expect(201).json();
        sim.control().clearFaults();
        settle(refund);
        assertThat(number("SELECT COUNT(*) FROM refund_part p JOIN refund r ON r.id = p.refund_id WHERE r.order_id = "
                        + order))
                .isEqualTo(1);
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void aboveTheLimitASecondPersonDecides() {
        Caller manager = shop.manager(store);
        String order = cashSale(60_000, 1);
        JsonNode refund = refundBy(manager, order, 1).expect(201).json();
        String path = "/store/v1/refunds/" + refund.path("refundId").asString();
        assertThat(refund.path("status").asString()).isEqualTo("WAITING_APPROVAL");
        refund(order, 1).expectProblem(409, "RETURN_TOO_MUCH");
        api.as(manager).post(path + "/approve", Map.of()).expectProblem(409, "REFUND_SECOND_PERSON");
        api.as(clerk).post(path + "/approve", Map.of()).expect(403);
        api.as(shop.manager(shop.store())).post(path + "/approve", Map.of()).expectProblem(404, "NOT_FOUND");
        Caller second = shop.manager(store);
        Race.run(6, i -> () -> api.as(second).post(path + "/approve", Map.of()).status());
        assertThat(api.as(second).get(path).json().path("status").asString()).isEqualTo("DONE");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void whatWasRejectedCanBeAskedForAgain() {
        String order = cashSale(60_000, 1);
        JsonNode refund = refund(order, 1).expect(201).json();
        api.as(shop.manager(store))
                .post("/store/v1/refunds/" + refund.path("refundId").asString() + "/reject", Map.of())
                .expect(200);
        assertThat(number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
        assertThat(number("SELECT refunded_quantity FROM order_line WHERE order_id = " + order))
                .isZero();
        refund(order, 1).expect(201);
    }
}
