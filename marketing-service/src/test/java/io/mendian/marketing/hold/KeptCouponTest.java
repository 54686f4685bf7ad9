package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.hold.KeptHoldsWatch;
import io.mendian.runtime.hold.OrderStanding;
import io.mendian.testkit.Race;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However long the broker is away: one coupon, one order. */
class KeptCouponTest extends CouponHoldCase {

    @Autowired
    StandingOrders orders;

    @Autowired
    KeptHoldsWatch watch;

    @Test
    void theCouponOfAPaidOrderIsNobodyElsesUntilItsNewsComes() {
        heldForAMinute();
        orders.stand(order, OrderStanding.PAID);
        for (int hour = 0; hour < 3; hour++) {
            pass(Duration.ofHours(1));
            post(hold(newOrder(), member, soon(), coupon)).expectProblem(409, "COUPON_ALREADY_USED");
        }
        deliveries.deliverTwice(paid(order, member, 4_300, clock.instant(), coupon));
        assertThat(state()).isEqualTo("USED");
        assertThat(entries("USED")).isEqualTo(1);
        assertThat(shortages()).isZero();
    }

    @Test
    void theCouponOfAnOpenOrderIsFreeWhenTheOrderIsCancelled() {
        heldForAMinute();
        orders.stand(order, OrderStanding.OPEN);
        pass(Duration.ofHours(1));
        assertThat(state()).isEqualTo("HELD");
        deliveries.deliverTwice(cancelled());
        assertThat(state()).isEqualTo("AVAILABLE");
    }

    @Test
    void theCouponOfAnOrderThatEndedIsFreeAndOfOneThatNeverWas() {
        heldForAMinute();
        orders.stand(order, OrderStanding.CLOSED);
        pass(Duration.ofSeconds(61));
        assertThat(state()).isEqualTo("AVAILABLE");
        var never = newOrder();
        post(hold(never, member, clock.instant().plusSeconds(60), coupon)).expect(200);
        pass(Duration.ofSeconds(61));
        assertThat(state()).isEqualTo("AVAILABLE");
    }

    @Test
    void whileNobodyAnswersACouponStaysHeld() {
        heldForAMinute();
        orders.away(order);
        pass(Duration.ofHours(2));
        assertThat(state()).isEqualTo("HELD");
        orders.back(order);
        pass(Duration.ZERO);
        assertThat(state()).isEqualTo("AVAILABLE");
    }

    @Test
    void newsThatComesBetweenTheQuestionAndItsAnswerWins() {
        heldForAMinute();
        orders.meanwhile(order, () -> deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon)));
        pass(Duration.ofSeconds(61)); // the answer, UNKNOWN, is older than the news
        assertThat(state()).isEqualTo("USED");
        assertThat(jdbc.sql("SELECT state FROM coupon_hold WHERE id = ?")
                        .param(order.value())
                        .query(String.class)
                        .single())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void timersAndNewsAtOnceUseTheCouponOnceOrFreeItOnce() {
        for (int round = 0; round < 6; round++) {
            var mine = newOrder();
            boolean pays = round == 5;
            post(hold(mine, member, clock.instant().plusSeconds(60), coupon)).expect(200);
            orders.stand(mine, pays ? OrderStanding.PAID : OrderStanding.CLOSED);
            clock.advance(Duration.ofSeconds(61));
            var outcomes = Race.run(6, i -> () -> {
                if (i > 0) {
                    return expire.expire(1_000);
                }
                deliveries.deliver(
                        pays
                                ? paid(mine, member, 4_300, clock.instant(), coupon)
                                : new io.mendian.contracts.order.OrderCancelled(
                                        mine, io.mendian.kernel.StoreId.of(7001), member, "EXPIRED", clock.instant()));
                return 0;
            });
            assertThat(outcomes).allMatch(Race.Outcome::succeeded);
            assertThat(state()).isEqualTo(pays ? "USED" : "AVAILABLE");
        }
        assertThat(entries("USED")).isEqualTo(1);
        assertThat(shortages()).isZero();
    }

    @Test
    void aCouponKeptForHoursIsAnAlarmUntilItsOrderIsHeardOf() {
        heldForAMinute();
        orders.stand(order, OrderStanding.PAID);
        pass(Duration.ofMinutes(61));
        assertThat(alarms()).doesNotContain(order.text());
        pass(Duration.ofHours(3).plusSeconds(1));
        assertThat(alarms()).contains("HOLD_KEPT_LONG").contains("COUPON").contains(order.text());
        deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon));
        watch.look();
        assertThat(alarms()).doesNotContain(order.text());
    }

    private void heldForAMinute() {
        post(hold(order, member, clock.instant().plusSeconds(60), coupon)).expect(200);
    }

    private void pass(Duration time) {
        clock.advance(time);
        expire.expire(1_000);
        watch.look();
    }

    private String alarms() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/alarms/marketing?open=true&limit=200")
                .expect(200)
                .body();
    }
}
