package io.mendian.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What comes back before it was sent is not sent; a step happens once however many make it. */
@MendianTest
class ReturnBeforeShippingTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    Counterside desk;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    MovableClock clock;

    private StoreId store;
    private Caller clerk;
    private MemberKey member;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 0);
    }

    @Test
    void aPartialRefundReducesWhatIsToShip() {
        String order = desk.paid(store, member, "DELIVERY", 3);
        desk.refund(clerk, order, 2);
        assertThat(handed(order)).isEqualTo(1);
        desk.move(clerk, order, "shipment");
        assertThat(sent(order)).containsExactly(new FulfilmentChanged.Piece("1", 1));
        desk.refund(clerk, order, 1); // on its way: an ordinary return, and nothing is left of the order
        assertThat(handed(order)).isEqualTo(1);
        assertThat(desk.status(order)).isEqualTo("ENDED");
    }

    @Test
    void aWhollyRefundedOrderIsNotSent() {
        String order = desk.paid(store, member, "DELIVERY", 2);
        desk.refund(clerk, order, 2);
        assertThat(desk.status(order)).isEqualTo("ENDED");
        desk.tried(clerk, order, "shipment").expectProblem(409, "ORDER_NOT_PAID");
        assertThat(sent(order)).isEmpty();
    }

    @Test
    void aReturnThatIsUndecidedHoldsTheParcelUntilItIsDecided() {
        String order = desk.paid(store, member, "DELIVERY", 2);
        String refund = asked(order).expect(201).json().path("refundId").asString();
        desk.tried(clerk, order, "shipment").expectProblem(409, "RETURN_UNDECIDED");
        assertThat(desk.status(order)).isEqualTo("TO_SHIP");
        api.as(shop.manager(store))
                .post("/store/v1/refunds/" + refund + "/reject", Map.of("note", "已打包"))
                .expect(200);
        desk.move(clerk, order, "shipment");
        assertThat(sent(order)).containsExactly(new FulfilmentChanged.Piece("1", 2));
    }

    @Test
    void theTimeToReturnBeginsWhenTheCustomerHasHisGoods() {
        String order = desk.paid(store, member, "DELIVERY", 3);
        desk.move(clerk, order, "shipment");
        clock.advance(Duration.ofDays(16)); // the window is 15 days
        asked(order).expect(201);
        desk.move(TestCallers.member(member), order, "received");
        clock.advance(Duration.ofDays(14));
        asked(order).expect(201);
        clock.advance(Duration.ofDays(2));
        asked(order).expectProblem(409, "RETURN_WINDOW_OVER");
    }

    private Api.Answer asked(String order) {
        return api.as(TestCallers.member(member))
                .post(
                        "/app/v1/orders/" + order + "/refunds",
                        Map.of("reasonCode", "DISLIKE", "lines", List.of(Map.of("lineId", "1", "quantity", 1))));
    }

    @Test
    void sixteenClerksSendAnOrderOnce() {
        String order = desk.paid(store, member, "DELIVERY", 1);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> desk.tried(clerk, order, "shipment").status());
        assertThat(outcomes)
                .allMatch(Race.Outcome::succeeded)
                .extracting(Race.Outcome::value)
                .containsOnly(200);
        assertThat(desk.steps(order)).containsExactly("WAITING>TO_SHIP PAYMENT", "TO_SHIP>SHIPPED STAFF");
        assertThat(sent(order)).hasSize(1);
        assertThat(Race.run(
                        8,
                        i -> () -> desk.tried(TestCallers.member(member), order, "received")
                                .status()))
                .hasSize(8);
        assertThat(desk.steps(order)).hasSize(3);
        assertThat(outbox.events(FulfilmentChanged.class, order)).hasSize(3);
    }

    @Test
    void aRefundNextToTheShipmentIsSentOrReturnedAndNeverBoth() {
        for (int round = 0; round < 8; round++) {
            String order = desk.paid(store, member, "DELIVERY", 2);
            List<Race.Outcome<Api.Answer>> answers = Race.run(
                    2,
                    i -> () -> i == 0
                            ? desk.tried(clerk, order, "shipment")
                            : api.as(clerk)
                                    .post(
                                            "/store/v1/orders/" + order + "/refunds",
                                            Map.of(
                                                    "reason",
                                                    "x",
                                                    "lines",
                                                    List.of(Map.of("lineId", "1", "quantity", 1)))));
            Api.Answer shipment = Objects.requireNonNull(answers.getFirst().value());
            if (shipment.status() == 200) {
                JsonNode line = shipment.json().path("lines").get(0);
                // what it knew to be returned is exactly what it left out of the parcel
                assertThat(line.path("returned").asLong() + line.path("handed").asLong())
                        .isEqualTo(2);
                assertThat(sent(order))
                        .containsExactly(new FulfilmentChanged.Piece(
                                "1", line.path("handed").asLong()));
            } else {
                assertThat(shipment.status()).isEqualTo(409);
                assertThat(sent(order)).isEmpty();
            }
            assertThat(desk.number("SELECT refunded_quantity FROM order_line WHERE order_id = " + order))
                    .isEqualTo(1);
        }
    }

    private long handed(String order) {
        return api.as(clerk)
                .get("/store/v1/orders/" + order + "/fulfilment")
                .expect(200)
                .json()
                .path("lines")
                .get(0)
                .path("handed")
                .asLong();
    }

    private List<FulfilmentChanged.Piece> sent(String order) {
        return outbox.events(FulfilmentChanged.class, order).stream()
                .filter(event -> event.toStatus().equals("SHIPPED"))
                .flatMap(event -> event.pieces().stream())
                .toList();
    }
}
