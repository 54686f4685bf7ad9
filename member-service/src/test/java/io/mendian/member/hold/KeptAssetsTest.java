package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.hold.KeptHoldsWatch;
import io.mendian.runtime.hold.OrderStanding;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However long the broker is away: points and stored value that have paid an order pay no other. */
class KeptAssetsTest extends HoldCase {

    @Autowired
    StandingOrders orders;

    @Autowired
    KeptHoldsWatch watch;

    private Sale sale;

    @BeforeEach
    void nearlyEverythingIsHeld() {
        // what other tests left held ends, so that nothing here is among the eldest but this
        pass(Duration.ofHours(1));
        sale = assets.saleTo(member)
                .line("GIFT", "酒", 1, 0, null, null)
                .points(900)
                .storedValue(9_900);
        assets.hold(sale, member, 900, 9_900).expect(200);
    }

    @Test
    void whatHasPaidAnOrderIsKeptUntilItsNewsComes() {
        orders.stand(sale.orderId(), OrderStanding.PAID);
        for (int hour = 0; hour < 3; hour++) {
            pass(Duration.ofHours(1));
            assets.hold(assets.saleTo(member), member, 200, 0).expectProblem(409, "NOT_ENOUGH_POINTS");
            assets.hold(assets.saleTo(member), member, 0, 2_000).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        }
        deliveries.deliverTwice(sale.paid());
        pass(Duration.ofHours(1));
        assertThat(assets.points(member)).isEqualTo(100);
        assertThat(wallet()).isEqualTo(1_100);
        assertThat(assets.number("SELECT COUNT(*) FROM asset_shortage WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void whatAnOpenOrderHoldsIsFreeWhenItIsCancelled() {
        orders.stand(sale.orderId(), OrderStanding.OPEN);
        pass(Duration.ofHours(1));
        assertThat(assets.freePoints(member)).isEqualTo(100);
        deliveries.deliverTwice(new OrderCancelled(sale.orderId(), Sale.STORE, member, "EXPIRED", clock.instant()));
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
    }

    @Test
    void whatAnOrderThatEndedHeldIsFreeAndOfOneThatNeverWas() {
        orders.stand(sale.orderId(), OrderStanding.CLOSED);
        pass(Duration.ofSeconds(901));
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
        assets.hold(assets.saleTo(member), member, 900, 9_900).expect(200);
        pass(Duration.ofSeconds(901));
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
    }

    @Test
    void whileNobodyAnswersItStaysAndAfterHoursItIsAnAlarm() {
        orders.away(sale.orderId());
        pass(Duration.ofMinutes(15).plus(Duration.ofHours(4)));
        assertThat(assets.freePoints(member)).isEqualTo(100);
        assertThat(alarms()).contains("HOLD_KEPT_LONG").contains(sale.orderId().text());
        orders.back(sale.orderId());
        pass(Duration.ZERO);
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
        assertThat(alarms()).doesNotContain(sale.orderId().text());
    }

    @Test
    void whileNobodyAnswersTheBooksBalanceAndAnAlarmSaysSo() {
        orders.away(sale.orderId());
        pass(Duration.ofMinutes(15));
        pass(Duration.ofMinutes(6));
        assertThat(offenders()).doesNotContain("hold " + sale.orderId().text() + " ");
        assertThat(alarms()).contains("HOLDS_UNANSWERED");
        orders.back(sale.orderId());
        pass(Duration.ZERO);
        assertThat(alarms()).doesNotContain("HOLDS_UNANSWERED");
    }

    @Test
    void aHoldThatNobodyAsksAboutThoughTheyWouldAnswerIsNamed() {
        clock.advance(Duration.ofMinutes(21));
        assertThat(offenders()).contains("hold " + sale.orderId().text() + " ");
        pass(Duration.ZERO);
        assertThat(offenders()).doesNotContain("hold " + sale.orderId().text() + " ");
    }

    private String offenders() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/books/member")
                .expect(200)
                .json()
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString().equals("I9 no hold outlives its deadline"))
                .findFirst()
                .orElseThrow()
                .path("offenders")
                .toString();
    }

    @Test
    void timersOfManyInstancesFreeWhatAnEndedOrderHeldOnce() {
        Sale other = assets.saleTo(member);
        assets.hold(other, member, 50, 550).expect(200);
        orders.stand(sale.orderId(), OrderStanding.CLOSED);
        orders.stand(other.orderId(), OrderStanding.OPEN);
        clock.advance(Duration.ofSeconds(901));
        Assets.race(8, i -> () -> expireHolds.expire(200));
        assertThat(assets.freePoints(member)).isEqualTo(950);
        assertThat(assets.number("SELECT held_principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(500);
    }

    @Test
    void timersAndTheNewsAtOnceSpendExactlyOnce() {
        orders.stand(sale.orderId(), OrderStanding.PAID);
        clock.advance(Duration.ofSeconds(901));
        Assets.race(8, i -> () -> {
            if (i % 2 == 0) {
                return expireHolds.expire(200);
            }
            deliveries.deliver(sale.paid());
            return 0;
        });
        assertThat(assets.points(member)).isEqualTo(100);
        assertThat(assets.freePoints(member)).isEqualTo(100);
        assertThat(wallet()).isEqualTo(1_100);
    }

    private long wallet() {
        return assets.number("SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member);
    }

    private void pass(Duration time) {
        clock.advance(time);
        expireHolds.expire(1_000);
        watch.look();
    }

    private String alarms() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/alarms/member?open=true&limit=200")
                .expect(200)
                .body();
    }
}
