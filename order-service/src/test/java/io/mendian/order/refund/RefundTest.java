package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.order.neighbours.Shop;
import io.mendian.simulators.world.Faults;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes back: pieces, shares of each tender, points. */
@MendianTest
class RefundTest extends RefundSaleSteps {

    @Test
    void oneOfThreePiecesComesBackInCash() {
        String order = cashSale(1000, 3);
        JsonNode plan = api.as(clerk)
                .post("/store/v1/orders/" + order + "/refunds/preview", wish(1))
                .expect(200)
                .json();
        assertThat(plan.path("amountMinor").asLong()).isEqualTo(1000);
        JsonNode refund = refund(order, 1).expect(201).json();
        assertThat(refund.path("status").asString()).isEqualTo("DONE");
        OrderRefunded told = outbox.events(OrderRefunded.class, order).getFirst();
        assertThat(told.amountMinor()).isEqualTo(1000);
        assertThat(told.refundedSoFarMinor()).isEqualTo(1000);
        assertThat(told.paidMinor()).isEqualTo(3000);
        assertThat(told.full()).isFalse();
        assertThat(told.lines().getFirst().restock()).isTrue();
        assertThat(told.tenders().getFirst().kind()).isEqualTo("CASH");
        assertThat(orderStatus(order)).isEqualTo("PARTLY_REFUNDED");
        refund(order, 2).expect(201);
        assertThat(outbox.events(OrderRefunded.class, order).getLast().full()).isTrue();
        assertThat(orderStatus(order)).isEqualTo("REFUNDED");
        refund(order, 1).expectProblem(409, "ORDER_NOT_PAID");
    }

    @Test
    void twoRefundsOfTheLastPieceAtOnceAreOneRefund() {
        for (int round = 0; round < 5; round++) {
            String order = cashSale(1000, 1);
            List<Race.Outcome<Integer>> outcomes =
                    Race.run(8, i -> () -> refund(order, 1).status());
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 201))
                    .hasSize(1);
            assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
            assertThat(number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                    .isEqualTo(1000);
            assertThat(number("SELECT SUM(amount_minor) FROM refund WHERE order_id = " + order))
                    .isEqualTo(1000);
        }
    }

    @Test
    void theSameRequestTwiceIsOneRefund() {
        String order = cashSale(1000, 3);
        Api key = api.as(clerk).withKey("refund-" + Shop.id());
        String first = key.post("/store/v1/orders/" + order + "/refunds", wish(1))
                .expect(201)
                .body();
        assertThat(key.post("/store/v1/orders/" + order + "/refunds", wish(1))
                        .expect(201)
                        .body())
                .isEqualTo(first);
        assertThat(number("SELECT COUNT(*) FROM refund WHERE order_id = " + order))
                .isEqualTo(1);
    }

    @Test
    void theShareGoesBackToEachTenderAndPointsComeBack() {
        MemberKey member = shop.member(1000, 900);
        members.isAtWeChat(member, "o-" + member);
        // 3 × 1000 → 2700 → 2100 by 600 points; 900 by stored value, 1200 by WeChat
        JsonNode order = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId",
                                store.text(),
                                "usePoints",
                                600,
                                "storedValueMinor",
                                900,
                                "lines",
                                List.of(line(shop.goods(1000), 3))))
                .expect(201)
                .json();
        String id = order.path("orderId").asString();
        payByWeChat(member, id);
        sim.control().setFaults(Faults.of(json.valueToTree(Map.of("limits", "off"))));
        JsonNode refund = refund(id, 1).expect(201).json();
        assertThat(refund.path("amountMinor").asLong()).isEqualTo(700);
        assertThat(refund.path("pointsReturned").asLong()).isEqualTo(200);
        assertThat(refund.path("status").asString()).isEqualTo("REFUNDING");
        assertThat(outbox.events(OrderRefunded.class, id)).isEmpty();
        settle(refund);
        OrderRefunded told = outbox.events(OrderRefunded.class, id).getFirst();
        assertThat(told.pointsReturned()).isEqualTo(200);
        assertThat(told.tenders())
                .extracting("kind", "amountMinor")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("STORED_VALUE", 300L),
                        org.assertj.core.groups.Tuple.tuple("WECHAT_PAY", 400L));
        settle(refund(id, 2).expect(201).json());
        assertThat(outbox.events(OrderRefunded.class, id)).hasSize(2);
        assertThat(outbox.events(OrderRefunded.class, id).getLast().full()).isTrue();
        assertThat(number("SELECT SUM(p.amount_minor) FROM refund_part p JOIN refund r ON r.id = p.refund_id"
                        + " WHERE p.kind = 'WECHAT_PAY' AND p.status = 'DONE' AND r.order_id = " + id))
                .isEqualTo(1200);
    }

    @Test
    void anOrderOfZeroComesBackWithItsPointsOnly() {
        MemberKey member = shop.member(0, 0);
        String order = api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders",
                        Map.of(
                                "storeId", store.text(),
                                "couponIds", List.of("OFF-100000-" + Shop.id()),
                                "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        assertThat(refund(order, 1).expect(201).json().path("status").asString())
                .isEqualTo("DONE");
        OrderRefunded told = outbox.events(OrderRefunded.class, order).getFirst();
        assertThat(told.full()).isTrue();
        assertThat(told.couponIds()).hasSize(1);
    }
}
