package io.mendian.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** This service's part of a checkout must not grow dearer unnoticed: lower a limit when statements go. */
@MendianTest
class HoldCostTest {

    private static final int HELD = 4;
    private static final int PAID = 12;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    /** Whatever other tests left: events that could not be handled cost a question each. */
    @BeforeEach
    void nothingIsParked() {
        jdbc.update("DELETE FROM dead_letter");
    }

    @Test
    void aHoldOfTwoGoodsAndItsConfirmationKeepToTheirStatements() {
        Shop shop = new Shop(api, deliveries, jdbc, clock);
        SkuId tea = shop.goods(20);
        SkuId milk = shop.goods(20);
        long order = Ids.next();
        List<String> held = StatementCounter.sentBy(
                () -> shop.hold(order, new Some(tea, 3), new Some(milk, 1)).expect(200));
        assertThat(held).as(String.join("\n", held)).hasSizeLessThanOrEqualTo(HELD);
        List<String> paid = StatementCounter.sentBy(
                () -> deliveries.deliver(shop.paid(order, new Some(tea, 3), new Some(milk, 1))));
        assertThat(paid).as(String.join("\n", paid)).hasSizeLessThanOrEqualTo(PAID);
    }
}
