package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.OrderProperties;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

    private String sold(long price) {
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(line(shop.goods(price), 1)), "cash", Map.of("receivedMinor", price)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private String refunded(String order) {
        return api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201)
                .json()
                .path("status")
                .asString();
    }
}
