package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeRefundNeighbours;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Members ask for returns, for the tests of requests. */
abstract class ReturnRequestSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    ReturnDesk desk;

    @Autowired
    PayProvider provider;

    @Autowired
    FakeRefundNeighbours neighbours;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    WatchRequests watchRequests;

    @Autowired
    AdvanceRefunds advanceRefunds;

    StoreId store;

    Caller clerk;

    MemberKey member;

    Api me;

    @BeforeEach
    void begin() {
        provider.at().control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 100_000);
        me = api.as(TestCallers.member(member));
    }

    /** An order of the member, paid by stored value. */
    String order(long price, long quantity) {
        String order = ReturnDesk.id(me.post(
                "/app/v1/orders",
                Map.of(
                        "storeId",
                        store.text(),
                        "storedValueMinor",
                        -1,
                        "lines",
                        List.of(Shop.line(shop.goods(price), quantity)))));
        assertThat(desk.orderStatus(order)).isEqualTo("PAID");
        return order;
    }

    String asked(String order, long quantity, String reason) {
        return ReturnDesk.refundId(me.post(
                        "/app/v1/orders/" + order + "/refunds",
                        Map.of(
                                "reasonCode",
                                reason,
                                "lines",
                                List.of(Map.of("lineId", "1", "quantity", quantity, "restock", true))))
                .expect(201)
                .json());
    }
}
