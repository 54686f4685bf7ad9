package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.Buyer;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An exchange happens wholly and once, or not at all. */
@MendianTest
class ExchangeHalfWayTest extends ExchangeGoodsSteps {

    @Autowired
    ExchangeGoods exchangeGoods;

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

    private ExchangeGoods.Command again(String order, SkuId taken) {
        return new ExchangeGoods.Command(
                wanted(order),
                new Basket(store, List.of(new Basket.Item(taken, null, 1, null)), null, 0),
                null,
                0,
                null,
                null,
                null);
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
        assertThatThrownBy(() -> exchangeGoods.exchange(gone.id(), again(order, other)))
                .as("who asks again hears that nothing happened")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(RefundProblem.EXCHANGE_CANCELLED));
        assertThat(desk.text("SELECT status FROM return_exchange WHERE id = " + goesOn.id()))
                .isEqualTo("DONE");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isEqualTo(1000);
    }
}
