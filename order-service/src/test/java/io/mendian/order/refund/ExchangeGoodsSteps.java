package io.mendian.order.refund;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Exchanges of goods at the counter, for their tests. */
abstract class ExchangeGoodsSteps {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    ReturnDesk desk;

    @Autowired
    PayProvider provider;

    @Autowired
    FakeInventory inventory;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    ExchangeSteps exchangeSteps;

    @Autowired
    FinishExchanges finishExchanges;

    @Autowired
    RequestRefund requestRefund;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    MovableClock clock;

    StoreId store;

    Caller clerk;

    @BeforeEach
    void begin() {
        provider.at().control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
    }

    Map<String, Object> body(long quantity, SkuId taken, long cash) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "reasonCode",
                "DISLIKE",
                "lines",
                List.of(Map.of("lineId", "1", "quantity", quantity)),
                "taken",
                List.of(Shop.line(taken, 1))));
        if (cash > 0) {
            body.put("cash", Map.of("receivedMinor", cash));
        }
        return body;
    }

    Api.Answer exchange(String order, long quantity, SkuId taken, long cash) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/exchanges", body(quantity, taken, cash));
    }

    Exchange begun(String order) {
        return exchangeSteps.begin(Shop.id(), requestRefund.exchangeWanted(wanted(order)));
    }

    /** One piece of the first line comes back. */
    static RequestRefund.Command wanted(String order) {
        return new RequestRefund.Command(
                io.mendian.kernel.OrderId.parse(order),
                List.of(new ReturnWish("1", 1, true)),
                "DISLIKE",
                null,
                null,
                List.of(),
                StaffId.of(7));
    }

    long expectedCash() {
        return api.as(clerk)
                .get("/store/v1/days/today")
                .expect(200)
                .json()
                .path("expectedCashMinor")
                .asLong();
    }
}
