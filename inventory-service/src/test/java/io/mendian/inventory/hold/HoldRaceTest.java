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
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class HoldRaceTest {

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

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    @RepeatedTest(3)
    void theLastUnitIsHeldOnce() {
        SkuId last = shop.goods(1);
        List<Race.Outcome<Integer>> answers =
                Race.run(16, i -> () -> shop.hold(Ids.next(), new Some(last, 1)).status());
        assertThat(answers.stream().map(Race.Outcome::value).filter(status -> status == 200))
                .hasSize(1);
        assertThat(answers.stream().map(Race.Outcome::value).filter(status -> status == 409))
                .hasSize(15);
        shop.expectStock(last, 1, 1);
    }

    @Test
    void aHoldRepeatedInParallelIsHeldOnce() {
        SkuId tea = shop.goods(50);
        long order = Ids.next();
        var body = shop.holdBody(order, new Some(tea, 3));
        var answers = Race.run(
                16, i -> () -> shop.asMachine().post("/internal/v1/holds", body).status());
        assertThat(answers).allMatch(outcome -> outcome.succeeded() && outcome.value() == 200);
        shop.expectStock(tea, 50, 3);
    }

    @Test
    void basketsInOppositeOrderAllSucceed() {
        SkuId tea = shop.goods(100);
        SkuId cup = shop.goods(100);
        var answers = Race.run(
                16,
                i -> () -> (i % 2 == 0
                                ? shop.hold(Ids.next(), new Some(tea, 1), new Some(cup, 1))
                                : shop.hold(Ids.next(), new Some(cup, 1), new Some(tea, 1)))
                        .status());
        assertThat(answers).allMatch(outcome -> outcome.succeeded() && outcome.value() == 200);
        shop.expectStock(tea, 100, 16);
        shop.expectStock(cup, 100, 16);
    }

    @RepeatedTest(3)
    void payingCancellingAndExpiringAtOnceEndInOneOfThem() {
        SkuId tea = shop.goods(40);
        long[] orders = LongStream.range(0, 8).map(i -> Ids.next()).toArray();
        for (long order : orders) {
            shop.hold(order, new Some(tea, 2)).expect(200);
        }
        clock.advance(Duration.ofMinutes(15));
        var outcomes = Race.run(24, i -> () -> {
            long order = orders[i / 3];
            switch (i % 3) {
                case 0 -> deliveries.deliver(shop.paid(order, new Some(tea, 2)));
                case 1 -> deliveries.deliver(shop.cancelled(order));
                default -> expireHolds.expire(200);
            }
            return true;
        });
        assertThat(outcomes).allMatch(Race.Outcome::succeeded);
        // each order was paid in the end, whatever came first
        shop.expectStock(tea, 24, 0);
        assertThat(shop.movements(tea, "SALE")).isEqualTo(8);
    }

    @Test
    void releaseAndHoldAtOnceLeaveNothingReserved() {
        SkuId tea = shop.goods(40);
        for (int round = 0; round < 10; round++) {
            long order = Ids.next();
            Race.run(
                    2,
                    i -> () -> i == 0
                            ? shop.hold(order, new Some(tea, 2)).status()
                            : shop.asMachine()
                                    .delete("/internal/v1/holds/" + order)
                                    .status());
        }
        shop.expectStock(tea, 40, 0);
    }

    @Test
    void deliveriesInParallelHaveOneEffect() {
        SkuId tea = shop.goods(9);
        long order = Ids.next();
        shop.hold(order, new Some(tea, 4)).expect(200);
        deliveries.deliverInParallel(shop.paid(order, new Some(tea, 4)), 8);
        deliveries.deliverInParallel(shop.refunded(order, "RF" + order, true, new Some(tea, 1)), 8);
        shop.expectStock(tea, 6, 0);
        long other = Ids.next();
        shop.hold(other, new Some(tea, 2)).expect(200);
        deliveries.deliverInParallel(shop.cancelled(other), 8);
        shop.expectStock(tea, 6, 0);
    }

    @Test
    void lateOrdersThatRaceForTheLastPiecesShareThemExactly() {
        SkuId tea = shop.goods(5);
        Race.run(8, i -> () -> deliveries.deliver(shop.paid(Ids.next(), new Some(tea, 2))));
        shop.expectStock(tea, 0, 0);
        assertThat(shop.count("SELECT SUM(wanted - taken) FROM stock_shortage WHERE store_id = ?", shop.store.value()))
                .isEqualTo(11);
    }
}
