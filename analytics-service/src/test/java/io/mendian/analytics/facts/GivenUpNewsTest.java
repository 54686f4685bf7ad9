package io.mendian.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.UnreadableNews;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A sale whose news nobody could read is counted when headquarters gives the news up. */
@MendianTest
class GivenUpNewsTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    StandingOrders orders;

    @Autowired
    PlatformTransactionManager transactions;

    private final Trading trading = new Trading();
    private OrderPaid paid;
    private UnreadableNews news;

    @BeforeEach
    void theNewsOfASaleIsUnreadable() {
        paid = trading.sale(Trading.member(), "2026-03-01")
                .line(SkuId.of(Trading.id()), 3, 900, 800)
                .paid();
        news = UnreadableNews.of(paid, "analytics-service", api, deliveries, jdbc);
        assertThat(sold()).isEmpty();
    }

    @Test
    void whatOrderServiceSaysIsCountedOnceHoweverOftenItIsGivenUp() {
        orders.paid(paid);
        assertThat(news.giveUpAtOnce(4, transactions)).containsExactly(204, 404, 404, 404);
        assertThat(sold()).containsExactly(800L);
        deliveries.again(news.readable());
        deliveries.deliver(paid);
        assertThat(sold()).containsExactly(800L);
    }

    @Test
    void nothingIsDecidedWhileOrderServiceDoesNotAnswer() {
        orders.paid(paid);
        orders.away(paid.orderId());
        assertThat(news.giveUp()).isEqualTo(503);
        assertThat(sold()).isEmpty();
        orders.back(paid.orderId());
        assertThat(news.giveUp()).isEqualTo(204);
        assertThat(sold()).containsExactly(800L);
    }

    private List<Long> sold() {
        return jdbc.queryForList(
                "SELECT sales_minor FROM agg_sales WHERE store_id = ?", Long.class, trading.store.value());
    }
}
