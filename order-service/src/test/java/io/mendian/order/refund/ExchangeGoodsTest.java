package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeInventory;
import io.mendian.order.neighbours.PayProvider;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.Buyer;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class ExchangeGoodsTest {

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

    private StoreId store;
    private Caller clerk;

    @BeforeEach
    void begin() {
        provider.at().control().clearFaults();
        store = shop.store();
        clerk = shop.clerk(store);
    }

    private Map<String, Object> body(long quantity, SkuId taken, long cash) {
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

    private Api.Answer exchange(String order, long quantity, SkuId taken, long cash) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/exchanges", body(quantity, taken, cash));
    }

    @Test
    void atTheSamePriceBothHappenAndNoMoneyMoves() {
        String order = desk.cashSale(clerk, shop.goods(1000), 2);
        JsonNode done = exchange(order, 1, shop.goods(1000), 0).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("carriedMinor").asLong()).isEqualTo(1000);
        String taken = done.at("/newOrder/orderId").asString();
        assertThat(desk.orderStatus(taken)).isEqualTo("PAID");
        assertThat(desk.refundStatus(done.at("/refund/refundId").asString())).isEqualTo("DONE");
        assertThat(outbox.events(OrderPaid.class, taken).getFirst().tenders())
                .containsExactlyElementsOf(
                        outbox.events(OrderRefunded.class, order).getFirst().tenders());
        assertThat(outbox.events(OrderRefunded.class, order).getFirst().tenders())
                .extracting(Tender::kind)
                .containsExactly("EXCHANGE");
        assertThat(expectedCash()).isEqualTo(2000);
    }

    @Test
    void theDifferenceIsPaidInCash() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        JsonNode done = exchange(order, 1, shop.goods(1500), 600).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(expectedCash()).isEqualTo(1500);
        assertThat(desk.number("SELECT amount_minor FROM order_tender WHERE kind = 'CASH' AND order_id = "
                        + done.at("/newOrder/orderId").asString()))
                .isEqualTo(500);
    }

    @Test
    void theDifferenceIsGivenBackTheWayItCame() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        JsonNode done = exchange(order, 1, shop.goods(400), 0).expect(201).json();
        assertThat(done.path("carriedMinor").asLong()).isEqualTo(400);
        assertThat(outbox.events(OrderRefunded.class, order).getFirst().tenders())
                .extracting(Tender::kind, Tender::amountMinor)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("EXCHANGE", 400L),
                        org.assertj.core.groups.Tuple.tuple("CASH", 600L));
        assertThat(expectedCash()).isEqualTo(400);
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
    }

    @Test
    void untilTheDifferenceIsPaidNothingHasHappenedAndThenBothHave() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        JsonNode waiting = exchange(order, 1, shop.goods(1500), 0).expect(201).json();
        String taken = waiting.at("/newOrder/orderId").asString();
        assertThat(waiting.path("status").asString()).isEqualTo("RUNNING");
        assertThat(waiting.at("/newOrder/remainingMinor").asLong()).isEqualTo(500);
        assertThat(desk.orderStatus(order)).isEqualTo("PAID");
        assertThat(outbox.events(OrderRefunded.class, order)).isEmpty();
        desk.refund(clerk, order, 1).expectProblem(409, "RETURN_TOO_MUCH");
        api.as(clerk)
                .post("/store/v1/orders/" + taken + "/cash", Map.of("receivedMinor", 500))
                .expect(200);
        assertThat(desk.orderStatus(taken)).isEqualTo("PAID");
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
        assertThat(outbox.events(OrderRefunded.class, order)).hasSize(1);
    }

    @Test
    void paidAndCancelledAtOnceBothHappenOrNeither() {
        for (int round = 0; round < 4; round++) {
            String order = desk.cashSale(clerk, shop.goods(1000), 1);
            String taken = exchange(order, 1, shop.goods(1500), 0)
                    .expect(201)
                    .json()
                    .at("/newOrder/orderId")
                    .asString();
            Race.run(
                    6,
                    i -> () -> i % 2 == 0
                            ? api.as(clerk)
                                    .post("/store/v1/orders/" + taken + "/cash", Map.of("receivedMinor", 500))
                                    .status()
                            : api.as(clerk)
                                    .post("/store/v1/orders/" + taken + "/cancel", Map.of())
                                    .status());
            boolean sold = desk.orderStatus(taken).equals("PAID");
            assertThat(desk.orderStatus(taken)).isIn("PAID", "CANCELLED");
            assertThat(desk.orderStatus(order)).isEqualTo(sold ? "REFUNDED" : "PAID");
            assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                    .isEqualTo(sold ? 1000 : 0);
            assertThat(desk.text("SELECT status FROM return_exchange WHERE new_order_id = " + taken))
                    .isEqualTo(sold ? "DONE" : "CANCELLED");
            assertThat(outbox.events(OrderRefunded.class, order)).hasSize(sold ? 1 : 0);
        }
    }

    @Test
    void theSamePieceIsExchangedOnceAndTheSameRequestIsOneExchange() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        SkuId other = shop.goods(1000);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(8, i -> () -> exchange(order, 1, other, 0).status());
        assertThat(outcomes.stream().filter(one -> one.value() == 201)).hasSize(1);
        assertThat(desk.number("SELECT COUNT(*) FROM return_exchange WHERE status = 'DONE' AND order_id = " + order))
                .isEqualTo(1);
        String second = desk.cashSale(clerk, shop.goods(1000), 2);
        Api key = api.as(clerk).withKey("exchange-" + Shop.id());
        String first = key.post("/store/v1/orders/" + second + "/exchanges", body(1, other, 0))
                .expect(201)
                .body();
        assertThat(key.post("/store/v1/orders/" + second + "/exchanges", body(1, other, 0))
                        .expect(201)
                        .body())
                .isEqualTo(first);
        assertThat(desk.number("SELECT COUNT(*) FROM return_exchange WHERE order_id = " + second))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotExchangedAndNothingElseHappens() {
        String order = desk.cashSale(clerk, shop.goods(1000), 1);
        SkuId none = shop.goods(1000);
        inventory.has(none, 0);
        exchange(order, 1, none, 0).expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
        assertThat(desk.text("SELECT status FROM refund WHERE order_id = " + order))
                .isEqualTo("REJECTED");
        exchange(order, 1, shop.goods(1500), 100).expectProblem(409, "CASH_TOO_LITTLE");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
        exchange(order, 1, shop.goods(1000), 0).expect(201);
    }

    @Test
    void carriedMoneyGoesBackToWhereItHadComeFrom() {
        MemberKey member = shop.member(0, 0);
        String order = desk.weChatOrder(store, member, shop.goods(1000), 2, 0);
        String number = desk.numberOf(order);
        JsonNode done = exchange(order, 1, shop.goods(1000), 0).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("carriedMinor").asLong()).isEqualTo(900);
        String taken = done.at("/newOrder/orderId").asString();
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE out_trade_no = '" + number + "'"))
                .isZero();
        JsonNode back = desk.refund(clerk, taken, 1).expect(201).json();
        assertThat(back.at("/parts/0/kind").asString()).isEqualTo("WECHAT_PAY");
        desk.settle(ReturnDesk.refundId(back), "DONE");
        assertThat(outbox.events(OrderRefunded.class, taken).getFirst().tenders())
                .containsExactly(new Tender("WECHAT_PAY", 900, number));
        desk.settle(ReturnDesk.refundId(desk.refund(clerk, order, 1).expect(201).json()), "DONE");
        assertThat(desk.number("SELECT refunded_minor FROM wechat_payment WHERE out_trade_no = '" + number + "'"))
                .isEqualTo(1800);
        assertThat(desk.orderStatus(order)).isEqualTo("REFUNDED");
        assertThat(desk.orderStatus(taken)).isEqualTo("REFUNDED");
    }

    @Test
    void anExchangeThatStoppedHalfWayGoesOnOrIsOff() {
        String order = desk.cashSale(clerk, shop.goods(1000), 2);
        Exchange gone = begun(order);
        Exchange goesOn = begun(order);
        SkuId other = shop.goods(1000);
        placeOrder.place(
                goesOn.newOrder(),
                new PlaceOrder.Command(
                        new Basket(store, List.of(new Basket.Item(other, null, 1, null)), null, 0),
                        () -> Buyer.atTill(null, false, StaffId.of(7)),
                        0,
                        null,
                        null));
        clock.advance(Duration.ofMinutes(6));
        finishExchanges.finish(200);
        assertThat(desk.text("SELECT status FROM return_exchange WHERE id = " + gone.id()))
                .isEqualTo("CANCELLED");
        assertThat(desk.text("SELECT status FROM return_exchange WHERE id = " + goesOn.id()))
                .isEqualTo("DONE");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isEqualTo(1000);
    }

    private Exchange begun(String order) {
        return exchangeSteps.begin(
                Shop.id(),
                requestRefund.exchangeWanted(new RequestRefund.Command(
                        io.mendian.kernel.OrderId.parse(order),
                        List.of(new ReturnWish("1", 1, true)),
                        "DISLIKE",
                        null,
                        null,
                        List.of(),
                        StaffId.of(7))));
    }

    private long expectedCash() {
        return api.as(clerk)
                .get("/store/v1/days/today")
                .expect(200)
                .json()
                .path("expectedCashMinor")
                .asLong();
    }
}
