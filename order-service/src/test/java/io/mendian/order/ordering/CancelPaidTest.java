package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever wants to cancel what is paid is sent to the return. */
@MendianTest
class CancelPaidTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Test
    void neitherStaffNorTheMemberCancelsAPaidOrder() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 0);
        String order = api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1_000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        Api till = api.as(shop.clerk(store));
        till.post("/store/v1/orders/" + order + "/cash", Map.of("receivedMinor", 1_000))
                .expect(200);
        till.post("/store/v1/orders/" + order + "/cancel", Map.of()).expectProblem(409, "ORDER_ALREADY_PAID");
        api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/cancel", Map.of())
                .expectProblem(409, "ORDER_ALREADY_PAID");
        assertThat(outbox.events(OrderCancelled.class, order)).isEmpty();
    }
}
