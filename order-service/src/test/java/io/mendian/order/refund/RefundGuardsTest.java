package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.OrderProperties;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.payment.RefundablePayments;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The edges of the limit that needs a second person, and one refund led by many at once. */
@MendianTest
class RefundGuardsTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    RequestRefund requestRefund;

    @Autowired
    OrderProperties settings;

    @Autowired
    ReturnDesk desk;

    @Autowired
    RefundablePayments payments;

    @Autowired
    MovableClock clock;

    private Caller clerk;

    @BeforeEach
    void begin() {
        StoreId store = shop.store();
        clerk = shop.clerk(store);
    }

    @Test
    void exactlyTheLimitNeedsNobodyElseAndOneMoreDoes() {
        long limit = settings.refundApprovalAboveMinor();
        assertThat(refunded(sold(limit))).isEqualTo("DONE");
        assertThat(refunded(sold(limit + 1))).isEqualTo("WAITING_APPROVAL");
    }

    @Test
    void aLargeRefundCutIntoSmallOnesNeedsTheSecondPersonToo() {
        long third = settings.refundApprovalAboveMinor() / 2;
        String order = sold(third, 3);
        JsonNode preview = api.as(clerk)
                .post("/store/v1/orders/" + order + "/refunds/preview", piece())
                .expect(200)
                .json();
        assertThat(preview.path("needsApproval").asBoolean()).isFalse();
        var outcomes = Race.run(3, i -> () -> refunded(order));
        assertThat(outcomes.stream().map(Race.Outcome::value))
                .containsExactlyInAnyOrder("DONE", "DONE", "WAITING_APPROVAL");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(2);
    }

    @Test
    void thePreviewOfWhatComesAfterwardsCountsWhatCameBackBefore() {
        long third = settings.refundApprovalAboveMinor() / 2;
        String order = sold(third, 3);
        assertThat(refunded(order)).isEqualTo("DONE");
        assertThat(refunded(order)).isEqualTo("DONE");
        assertThat(api.as(clerk)
                        .post("/store/v1/orders/" + order + "/refunds/preview", piece())
                        .expect(200)
                        .json()
                        .path("needsApproval")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void oneRefundThatManyLeadAtTheSameInstantIsOneRefundAndAllAreAnsweredAlike() {
        for (int round = 0; round < 4; round++) {
            String order = sold(1_200);
            long id = Ids.next();
            RequestRefund.Command command = new RequestRefund.Command(
                    OrderId.parse(order),
                    List.of(new ReturnWish("1", 1, true)),
                    null,
                    "不合适",
                    null,
                    List.of(),
                    StaffId.of(Shop.id()));
            var outcomes =
                    Race.run(4, i -> () -> requestRefund.request(id, command).refundId());
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.value()).isEqualTo(Long.toString(id)));
            assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
        }
    }

    @Test
    void refundsOfOnePaymentTakeTheirTurnsAMinuteApart() {
        String order = desk.weChatOrder(shop.store(), shop.member(0, 0), shop.goods(1_000), 2, 0);
        String number = desk.numberOf(order);
        Instant now = clock.instant();
        Duration pause = Duration.ofMinutes(1);
        assertThat(payments.takeTurn(number, 1, now, pause)).isTrue();
        assertThat(payments.takeTurn(number, 2, now.plusSeconds(59), pause)).isFalse();
        assertThat(payments.takeTurn(number, 1, now.plusSeconds(30), pause)).isTrue();
        assertThat(payments.takeTurn(number, 2, now.plusSeconds(89), pause)).isFalse();
        assertThat(payments.takeTurn(number, 2, now.plusSeconds(90), pause)).isTrue();
        var turns = Race.run(8, i -> () -> payments.takeTurn(number, 10 + i, now.plusSeconds(200), pause));
        assertThat(turns.stream().filter(turn -> Boolean.TRUE.equals(turn.value())))
                .hasSize(1);
    }

    private String sold(long price) {
        return sold(price, 1);
    }

    private String sold(long price, long pieces) {
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines",
                                List.of(line(shop.goods(price), pieces)),
                                "cash",
                                Map.of("receivedMinor", price * pieces)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private String refunded(String order) {
        return api.as(clerk)
                .post("/store/v1/orders/" + order + "/refunds", piece())
                .expect(201)
                .json()
                .path("status")
                .asString();
    }

    private static Map<String, Object> piece() {
        return Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", 1)));
    }
}
