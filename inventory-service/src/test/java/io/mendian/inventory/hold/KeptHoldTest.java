package io.mendian.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.hold.KeptHoldsWatch;
import io.mendian.runtime.hold.OrderStanding;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.TestCallers;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** News may be late for as long as it likes: what a paid order holds is nobody else's. */
@MendianTest
class KeptHoldTest {

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

    @Autowired
    StandingOrders orders;

    @Autowired
    KeptHoldsWatch watch;

    Shop shop;
    SkuId tea;
    final long order = Ids.next();

    @BeforeEach
    void fivePiecesOfWhichTwoAreHeld() {
        shop = new Shop(api, deliveries, jdbc, clock);
        tea = shop.goods(5);
        shop.hold(order, new Some(tea, 2)).expect(200);
    }

    @Test
    void thePiecesOfAPaidOrderAreKeptUntilItsNewsComes() {
        orders.stand(OrderId.of(order), OrderStanding.PAID);
        for (int hour = 0; hour < 3; hour++) {
            pass(Duration.ofHours(1));
            shop.expectStock(tea, 5, 2);
            shop.hold(Ids.next(), new Some(tea, 4)).expectProblem(409, "NOT_ENOUGH_STOCK");
        }
        deliveries.deliverTwice(shop.paid(order, new Some(tea, 2)));
        pass(Duration.ofHours(1));
        shop.expectStock(tea, 3, 0);
        assertThat(shop.holdState(order)).isEqualTo("CONFIRMED");
        assertThat(shop.alerts(tea, "LATE_CONFIRM") + shop.alerts(tea, "SHORTAGE"))
                .isZero();
    }

    @Test
    void anOpenOrderKeepsItsPiecesUntilItIsCancelled() {
        orders.stand(OrderId.of(order), OrderStanding.OPEN);
        pass(Duration.ofHours(1));
        shop.expectStock(tea, 5, 2);
        deliveries.deliverTwice(shop.cancelled(order));
        shop.expectStock(tea, 5, 0);
        assertThat(shop.holdState(order)).isEqualTo("RELEASED");
    }

    @Test
    void anOrderThatEndedLetsItsPiecesGoAtTheNextQuestion() {
        orders.stand(OrderId.of(order), OrderStanding.OPEN);
        pass(Duration.ofMinutes(15));
        orders.stand(OrderId.of(order), OrderStanding.CLOSED);
        pass(Duration.ofSeconds(299));
        shop.expectStock(tea, 5, 2);
        pass(Duration.ofSeconds(1));
        shop.expectStock(tea, 5, 0);
        assertThat(shop.holdState(order)).isEqualTo("EXPIRED");
        assertThat(orders.asked(OrderId.of(order))).isEqualTo(2);
    }

    @Test
    void anOrderThatNeverWasLetsItsPiecesGo() {
        pass(Duration.ofMinutes(15));
        shop.expectStock(tea, 5, 0);
    }

    @Test
    void whileNobodyAnswersEverythingStaysAndIsAskedAboutAgain() {
        orders.stand(OrderId.of(order), OrderStanding.CLOSED);
        orders.away(OrderId.of(order));
        clock.advance(Duration.ofHours(2));
        assertThat(expireHolds.expire(200)).isZero();
        assertThat(expireHolds.expire(200)).isZero();
        shop.expectStock(tea, 5, 2);
        assertThat(orders.asked(OrderId.of(order))).isEqualTo(2);
        orders.back(OrderId.of(order));
        expireHolds.expire(200);
        shop.expectStock(tea, 5, 0);
    }

    @Test
    void newsThatComesBetweenTheQuestionAndItsAnswerWins() {
        orders.meanwhile(OrderId.of(order), () -> deliveries.deliver(shop.paid(order, new Some(tea, 2))));
        pass(Duration.ofMinutes(15)); // the answer, UNKNOWN, is older than the news
        shop.expectStock(tea, 3, 0);
        assertThat(shop.holdState(order)).isEqualTo("CONFIRMED");
        long other = Ids.next();
        shop.hold(other, new Some(tea, 3)).expect(200);
        orders.stand(OrderId.of(other), OrderStanding.OPEN);
        orders.meanwhile(OrderId.of(other), () -> deliveries.deliver(shop.cancelled(other)));
        pass(Duration.ofMinutes(15));
        shop.expectStock(tea, 3, 0);
        assertThat(shop.count("SELECT COUNT(*) FROM stock_hold WHERE hold_id = ? AND due_since IS NULL", other))
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void timersOfTwoInstancesAndAllTheNewsAtOnceSellAndFreeEachPieceOnce() {
        SkuId cups = shop.goods(64);
        long[] many = LongStream.range(0, 8).map(i -> Ids.next()).toArray();
        for (int i = 0; i < many.length; i++) {
            shop.hold(many[i], new Some(cups, 8)).expect(200);
            orders.stand(OrderId.of(many[i]), i % 2 == 0 ? OrderStanding.PAID : OrderStanding.CLOSED);
        }
        clock.advance(Duration.ofMinutes(15));
        var outcomes = Race.run(16, i -> () -> {
            long mine = many[i % 8];
            if (i >= 8) {
                return expireHolds.expire(200);
            }
            deliveries.deliver(i % 2 == 0 ? shop.paid(mine, new Some(cups, 8)) : shop.cancelled(mine));
            return 0;
        });
        assertThat(outcomes).allMatch(Race.Outcome::succeeded);
        shop.expectStock(cups, 32, 0);
        assertThat(shop.movements(cups, "SALE")).isEqualTo(4);
        assertThat(shop.alerts(cups, "LATE_CONFIRM")).isZero();
    }

    @Test
    void aThousandOverdueHoldsAreAskedAboutTwoHundredAtOnce() {
        List<Object[]> rows = Stream.generate(() -> new Object[] {
                    Ids.next(), shop.store.value(), Timestamp.from(clock.instant()), Timestamp.from(clock.instant())
                })
                .limit(1_000)
                .toList();
        int[] ignored = jdbc.batchUpdate(
                "INSERT INTO stock_hold (hold_id, store_id, state, expires_at, created_at) VALUES (?, ?, 'HELD', ?, ?)",
                rows);
        assertThat(expireHolds.expire(10_000)).isGreaterThanOrEqualTo(1_000);
        assertThat(shop.count(
                        "SELECT COUNT(*) FROM stock_hold WHERE store_id = ? AND state = 'EXPIRED'", shop.store.value()))
                .isEqualTo(1_000);
    }

    @Test
    void whatIsKeptForHoursIsAnAlarmUntilItIsSettled() {
        orders.stand(OrderId.of(order), OrderStanding.PAID);
        pass(Duration.ofMinutes(15).plus(Duration.ofHours(3)));
        assertThat(alarms()).doesNotContain(Long.toString(order));
        pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(alarms()).contains("HOLD_KEPT_LONG").contains("STOCK").contains(Long.toString(order));
        deliveries.deliver(shop.paid(order, new Some(tea, 2)));
        watch.look();
        assertThat(alarms()).doesNotContain(Long.toString(order));
    }

    private void pass(Duration time) {
        clock.advance(time);
        expireHolds.expire(10_000);
        watch.look();
    }

    private String alarms() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/alarms/inventory?open=true")
                .expect(200)
                .body();
    }
}
