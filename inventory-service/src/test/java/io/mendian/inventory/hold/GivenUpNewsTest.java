package io.mendian.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** News that nobody can read is given up: order-service is asked what it told, and nothing stays held for ever. */
@MendianTest
class GivenUpNewsTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    StandingOrders orders;

    Shop shop;
    SkuId tea;
    String giveUp = "";
    final long order = Ids.next();
    final Map<String, String> reason = Map.of("reason", "no JSON");

    @BeforeEach
    void theNewsOfAnOrderWithTwoOfFivePiecesIsUnreadable() {
        shop = new Shop(api, deliveries, jdbc, clock);
        tea = shop.goods(5);
        shop.hold(order, new Some(tea, 2)).expect(200);
        IncomingEvent sent = deliveries.incoming(shop.paid(order, new Some(tea, 2)));
        deliveries.again(new IncomingEvent(
                sent.id(), sent.topic(), sent.key(), sent.sequence(), sent.type(), sent.time(), "no JSON"));
        Long id = jdbc.queryForObject("SELECT id FROM dead_letter WHERE event_id = ?", Long.class, sent.id());
        giveUp = "/hq/v1/operations/inventory-service/dead-letters/" + id + "/give-up";
        shop.expectStock(tea, 5, 2);
    }

    @Test
    void whatOrderServiceSaysIsDoneOnceHoweverOftenItIsGivenUp() {
        OrderPaid paid = shop.paid(order, new Some(tea, 2));
        orders.paid(paid);
        List<Integer> answers = Race.run(4, i -> this::status).stream()
                .map(outcome -> Objects.requireNonNull(outcome.value()))
                .sorted()
                .toList();
        assertThat(answers).containsExactly(204, 404, 404, 404);
        assertThat(status()).isEqualTo(404);
        shop.expectStock(tea, 3, 0);
        assertThat(shop.holdState(order)).isEqualTo("CONFIRMED");
        deliveries.deliver(paid);
        shop.expectStock(tea, 3, 0);
    }

    @Test
    void nothingIsDecidedWhileOrderServiceDoesNotAnswer() {
        orders.paid(shop.paid(order, new Some(tea, 2)));
        orders.away(OrderId.of(order));
        assertThat(status()).isEqualTo(503);
        shop.expectStock(tea, 5, 2);
        orders.back(OrderId.of(order));
        assertThat(status()).isEqualTo(204);
        shop.expectStock(tea, 3, 0);
    }

    @Test
    void anOrderThatWasNeverPaidIsGivenUpWithoutEffect() {
        assertThat(status()).isEqualTo(204);
        shop.expectStock(tea, 5, 2);
        assertThat(shop.holdState(order)).isEqualTo("HELD");
    }

    private int status() {
        return api.as(TestCallers.headquarters()).post(giveUp, reason).status();
    }
}
