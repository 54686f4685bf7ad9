package io.mendian.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.UnreadableNews;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

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

    @Autowired
    PlatformTransactionManager transactions;

    Shop shop;
    SkuId tea;
    UnreadableNews news;
    final long order = Ids.next();

    @BeforeEach
    void theNewsOfAnOrderWithTwoOfFivePiecesIsUnreadable() {
        shop = new Shop(api, deliveries, jdbc, clock);
        tea = shop.goods(5);
        shop.hold(order, new Some(tea, 2)).expect(200);
        news = UnreadableNews.of(shop.paid(order, new Some(tea, 2)), "inventory-service", api, deliveries, jdbc);
        shop.expectStock(tea, 5, 2);
    }

    @Test
    void whatOrderServiceSaysIsDoneOnceHoweverOftenItIsGivenUp() {
        OrderPaid paid = shop.paid(order, new Some(tea, 2));
        orders.paid(paid);
        List<Integer> answers = news.giveUpAtOnce(4, transactions);
        assertThat(answers).containsExactly(204, 404, 404, 404);
        assertThat(news.giveUp()).isEqualTo(404);
        shop.expectStock(tea, 3, 0);
        assertThat(shop.holdState(order)).isEqualTo("CONFIRMED");
        deliveries.deliver(paid);
        shop.expectStock(tea, 3, 0);
    }

    @Test
    void nothingIsDecidedWhileOrderServiceDoesNotAnswer() {
        orders.paid(shop.paid(order, new Some(tea, 2)));
        orders.away(OrderId.of(order));
        assertThat(news.giveUp()).isEqualTo(503);
        shop.expectStock(tea, 5, 2);
        orders.back(OrderId.of(order));
        assertThat(news.giveUp()).isEqualTo(204);
        shop.expectStock(tea, 3, 0);
    }

    @Test
    void anOrderThatWasNeverPaidIsGivenUpWithoutEffect() {
        assertThat(news.giveUp()).isEqualTo(204);
        shop.expectStock(tea, 5, 2);
        assertThat(shop.holdState(order)).isEqualTo("HELD");
    }
}
