package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.CouponUsed;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.UnreadableNews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The coupon of an order whose news nobody could read is used up when headquarters gives the news up. */
class GivenUpNewsTest extends CouponHoldCase {

    @Autowired
    StandingOrders orders;

    @Autowired
    JdbcTemplate template;

    @Autowired
    PlatformTransactionManager transactions;

    OrderPaid told;
    UnreadableNews news;

    @BeforeEach
    void theNewsOfAnOrderWithACouponIsUnreadable() {
        held(order, coupon);
        told = paid(order, member, 4_300, clock.instant(), coupon);
        news = UnreadableNews.of(told, "marketing-service", api, deliveries, template);
        assertThat(state()).isEqualTo("HELD");
    }

    @Test
    void whatOrderServiceSaysIsDoneOnceHoweverOftenItIsGivenUp() {
        orders.paid(told);
        assertThat(news.giveUpAtOnce(4, transactions)).containsExactly(204, 404, 404, 404);
        deliveries.again(news.readable());
        deliveries.deliver(told);
        assertThat(state()).isEqualTo("USED");
        assertThat(entries("USED")).isEqualTo(1);
        assertThat(outbox.events(CouponUsed.class, coupon)).hasSize(1);
        assertThat(shortages()).isZero();
    }

    @Test
    void nothingIsDecidedWhileOrderServiceDoesNotAnswer() {
        orders.paid(told);
        orders.away(order);
        assertThat(news.giveUp()).isEqualTo(503);
        assertThat(state()).isEqualTo("HELD");
        orders.back(order);
        assertThat(news.giveUp()).isEqualTo(204);
        assertThat(state()).isEqualTo("USED");
    }

    @Test
    void anOrderThatWasNeverPaidIsGivenUpWithoutEffect() {
        assertThat(news.giveUp()).isEqualTo(204);
        assertThat(state()).isEqualTo("HELD");
        assertThat(entries("USED")).isZero();
    }
}
