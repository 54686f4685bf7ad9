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
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class HoldTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ExpireHolds expireHolds;

    Shop shop;
    final long order = Ids.next();

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @Test
    void aHoldTakesAllLinesOrNone() {
        SkuId plenty = shop.goods(9);
        SkuId scarce = shop.goods(2);
        Api.Answer refusal =
                shop.hold(order, new Some(plenty, 4), new Some(scarce, 3)).expectProblem(409, "NOT_ENOUGH_STOCK");
        assertThat(refusal.json().path("facts").path("skuId").asString()).isEqualTo(scarce.text());
        assertThat(refusal.json().path("facts").path("left").asLong()).isEqualTo(2);
        shop.expectStock(plenty, 9, 0);
        shop.hold(order, new Some(plenty, 4), new Some(scarce, 2)).expect(200);
        shop.expectStock(plenty, 9, 4);
        shop.expectStock(scarce, 2, 2);
    }

    @Test
    void theSameHoldAgainIsTheSameHold() {
        SkuId tea = shop.goods(5);
        SkuId cup = shop.goods(5);
        shop.hold(order, new Some(tea, 1), new Some(cup, 2), new Some(tea, 1)).expect(200);
        clock.advance(Duration.ofMinutes(1));
        shop.hold(order, new Some(cup, 2), new Some(tea, 2)).expect(200);
        shop.expectStock(tea, 5, 2);
        shop.hold(order, new Some(tea, 3), new Some(cup, 2)).expectProblem(409, "HOLD_DIFFERS");
        shop.expectStock(tea, 5, 2);
        shop.expectStock(cup, 5, 2);
    }

    @Test
    void aPaidOrderSellsWhatItHeldOnce() {
        SkuId tea = shop.goods(5);
        shop.hold(order, new Some(tea, 2)).expect(200);
        deliveries.deliverTwice(shop.paid(order, new Some(tea, 2)));
        deliveries.deliver(shop.paid(order, new Some(tea, 2)));
        shop.expectStock(tea, 3, 0);
        assertThat(shop.movements(tea, "SALE")).isEqualTo(1);
        assertThat(shop.alerts(tea, "LATE_CONFIRM")).isZero();
        assertThat(shop.holdState(order)).isEqualTo("CONFIRMED");
        assertThat(shop.parked(order)).isZero();
    }

    @Test
    void aCancelledOrderFreesWhatItHeldOnce() {
        SkuId tea = shop.goods(5);
        shop.hold(order, new Some(tea, 2)).expect(200);
        deliveries.deliverTwice(shop.cancelled(order));
        shop.asMachine().delete("/internal/v1/holds/" + order).expect(204);
        shop.expectStock(tea, 5, 0);
        shop.hold(order, new Some(tea, 2)).expectProblem(409, "HOLD_ENDED");
    }

    @Test
    void aHoldThatComesAfterItsReleaseIsRefused() {
        SkuId tea = shop.goods(5);
        shop.asMachine().delete("/internal/v1/holds/" + order).expect(204);
        shop.hold(order, new Some(tea, 2)).expectProblem(409, "HOLD_ENDED");
        shop.expectStock(tea, 5, 0);
    }

    @Test
    void aHoldExpiresAtItsDeadlineAndNotBefore() {
        SkuId tea = shop.goods(5);
        shop.hold(order, new Some(tea, 2)).expect(200);
        clock.advance(Duration.ofMinutes(14));
        expireHolds.expire(200);
        shop.expectStock(tea, 5, 2);
        clock.advance(Duration.ofMinutes(1));
        expireHolds.expire(200);
        expireHolds.expire(200);
        shop.expectStock(tea, 5, 0);
        assertThat(shop.holdState(order)).isEqualTo("EXPIRED");
    }

    @Test
    void anOrderPaidAfterItsHoldExpiredStillTakesWhatIsThere() {
        SkuId tea = shop.goods(5);
        expire(new Some(tea, 2));
        deliveries.deliverTwice(shop.paid(order, new Some(tea, 2)));
        shop.expectStock(tea, 3, 0);
        assertThat(shop.alerts(tea, "LATE_CONFIRM")).isEqualTo(1);
        assertThat(shortages()).isZero();
    }

    @Test
    void whatAnExpiredHoldNoLongerFindsIsAShortageAndNeverBelowZero() {
        SkuId tea = shop.goods(5);
        expire(new Some(tea, 4));
        shop.hold(Ids.next(), new Some(tea, 3)).expect(200);
        deliveries.deliverTwice(shop.paid(order, new Some(tea, 4)));
        shop.expectStock(tea, 3, 3);
        assertThat(shop.alerts(tea, "SHORTAGE")).isEqualTo(1);
        assertThat(shop.count(
                        "SELECT COUNT(*) FROM stock_shortage WHERE order_id = ? AND sku_id = ? AND wanted = 4 AND taken = 2",
                        order,
                        tea.value()))
                .isEqualTo(1);
    }

    @Test
    void aPaidOrderWithoutAHoldIsNeverIgnored() {
        SkuId tea = shop.goods(1);
        SkuId unknown = shop.newSku("GOODS");
        deliveries.deliver(shop.paid(order, new Some(tea, 1), new Some(unknown, 6)));
        shop.expectStock(tea, 0, 0);
        assertThat(shop.alerts(tea, "LATE_CONFIRM")).isEqualTo(1);
        assertThat(shop.alerts(unknown, "SHORTAGE")).isEqualTo(1);
        shop.hold(order, new Some(tea, 1)).expectProblem(409, "HOLD_DIFFERS");
    }

    @Test
    void piecesSoldBeyondTheHoldAreTakenToo() {
        SkuId tea = shop.goods(5);
        shop.hold(order, new Some(tea, 1)).expect(200);
        deliveries.deliver(shop.paid(order, new Some(tea, 3)));
        shop.expectStock(tea, 2, 0);
    }

    @Test
    void historyMovesNothing() {
        SkuId tea = shop.goods(5);
        deliveries.deliver(shop.paid(order, true, new Some(tea, 2)));
        shop.expectStock(tea, 5, 0);
        assertThat(shop.count("SELECT COUNT(*) FROM stock_hold WHERE hold_id = ?", order))
                .isZero();
    }

    @Test
    void aRefundPutsBackWhatGoesOnTheShelfOnce() {
        SkuId tea = shop.goods(5);
        SkuId broken = shop.goods(5);
        shop.hold(order, new Some(tea, 3), new Some(broken, 1)).expect(200);
        deliveries.deliver(shop.paid(order, new Some(tea, 3), new Some(broken, 1)));
        deliveries.deliverTwice(shop.refunded(order, "RF1" + order, true, new Some(tea, 2)));
        deliveries.deliver(shop.refunded(order, "RF1" + order, true, new Some(tea, 2)));
        deliveries.deliver(shop.refunded(order, "RF2" + order, false, new Some(broken, 1)));
        shop.expectStock(tea, 4, 0);
        shop.expectStock(broken, 4, 0);
        assertThat(shop.movements(tea, "RETURN")).isEqualTo(1);
    }

    private void expire(Some pieces) {
        shop.hold(order, pieces).expect(200);
        clock.advance(Duration.ofMinutes(15));
        expireHolds.expire(200);
    }

    private long shortages() {
        return shop.count("SELECT COUNT(*) FROM stock_shortage WHERE order_id = ?", order);
    }
}
