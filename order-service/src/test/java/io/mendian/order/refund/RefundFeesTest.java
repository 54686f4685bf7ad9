package io.mendian.order.refund;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.OrderProperties;
import io.mendian.order.neighbours.FakeMarketing;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Fees of an order go back with the refund that leaves nothing of it, once, also when a second person decides. */
@MendianTest
class RefundFeesTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    FakeMarketing marketing;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    OrderProperties settings;

    private StoreId store;
    private Caller clerk;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
    }

    @Test
    void theLastOfTwoRefundsBringsTheFeesBack() {
        String order = sold(1_000, 2, 50);
        assertThat(refund(order).path("amountMinor").asLong()).isEqualTo(1_000);
        JsonNode last = refund(order);
        assertThat(last.path("status").asString()).isEqualTo("DONE");
        assertThat(last.path("amountMinor").asLong()).isEqualTo(1_050);
        assertThat(backInAll(order)).isEqualTo(2_050);
    }

    @Test
    void whatASecondPersonApprovesBringsTheFeesBackWithIt() {
        long price = settings.refundApprovalAboveMinor() + 1_000;
        String order = sold(price, 1, 500);
        JsonNode waiting = refund(order);
        assertThat(waiting.path("status").asString()).isEqualTo("WAITING_APPROVAL");
        String path = "/store/v1/refunds/" + waiting.path("refundId").asString();
        JsonNode done = api.as(shop.manager(store))
                .post(path + "/approve", Map.of())
                .expect(200)
                .json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("feesMinor").asLong()).isEqualTo(500);
        assertThat(backInAll(order)).isEqualTo(price + 500);
    }

    private String sold(long price, long pieces, long feeMinor) {
        SkuId sku = shop.goods(price);
        marketing.charges(sku, new MarketingClient.Fee("PACKAGING", "包装费", feeMinor));
        return api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines",
                                List.of(line(sku, pieces)),
                                "cash",
                                Map.of("receivedMinor", price * pieces + feeMinor)))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }

    private JsonNode refund(String order) {
        return api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "不合适", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201)
                .json();
    }

    private long backInAll(String order) {
        List<OrderRefunded> told = outbox.events(OrderRefunded.class, order);
        assertThat(told.getLast().full()).isTrue();
        return told.stream().mapToLong(OrderRefunded::amountMinor).sum();
    }
}
