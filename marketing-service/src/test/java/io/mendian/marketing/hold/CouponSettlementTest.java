package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.CouponReturned;
import io.mendian.contracts.marketing.CouponUsed;
import io.mendian.kernel.OrderId;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a held coupon when its order is paid, cancelled or refunded. */
class CouponSettlementTest extends CouponHoldCase {

    @Test
    void paidMeansUsedOnceHoweverOftenItIsTold() {
        Map<String, Object> body = new HashMap<>(hold(order, member, soon(), coupon));
        body.put("discountsMinor", Map.of(coupon, 680));
        post(body).expect(200);
        deliveries.deliverInParallel(paid(order, member, 4_300, clock.instant(), coupon), 6);
        deliveries.deliverTwice(paid(order, member, 4_300, clock.instant(), coupon));
        assertThat(state()).isEqualTo("USED");
        assertThat(entries("USED")).isEqualTo(1);
        assertThat(outbox.events(CouponUsed.class, coupon))
                .singleElement()
                .satisfies(used -> assertThat(used.discountMinor()).isEqualTo(680));
        assertThat(shortages()).isZero();
    }

    @Test
    void cancelledMeansFreeAgain() {
        held(order, coupon);
        deliveries.deliverTwice(cancelled());
        assertThat(state()).isEqualTo("AVAILABLE");
        assertThat(entries("RELEASED")).isEqualTo(1);
        held(newOrder(), coupon);
    }

    @Test
    void paidAfterItsHoldEndedTakesAFreeCouponAndNotesIt() {
        held(order, coupon);
        machine(api).delete("/internal/v1/coupon-holds/" + order.text()).expect(204);
        deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon));
        assertThat(state()).isEqualTo("USED");
        assertThat(shortages()).isEqualTo(1);
    }

    @Test
    void paidAfterItsCouponWentElsewhereIsAShortage() {
        held(order, coupon);
        machine(api).delete("/internal/v1/coupon-holds/" + order.text()).expect(204);
        OrderId other = newOrder();
        held(other, coupon);
        deliveries.deliverTwice(paid(order, member, 4_300, clock.instant(), coupon));
        assertThat(shortages()).isEqualTo(1);
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/marketing")
                        .expect(200)
                        .body())
                .contains("COUPON_BEYOND_ITS_USE", order + ":" + coupon);
        deliveries.deliver(paid(other, member, 4_300, clock.instant(), coupon));
        assertThat(entries("USED")).isEqualTo(1);
    }

    @Test
    void aFullRefundGivesTheCouponBackOnce() {
        used();
        deliveries.deliver(refunded(order, member, clock.instant(), false, coupon));
        assertThat(state()).isEqualTo("USED");
        deliveries.deliverInParallel(refunded(order, member, clock.instant(), true, coupon), 5);
        assertThat(state()).isEqualTo("AVAILABLE");
        assertThat(entries("RETURNED")).isEqualTo(1);
        assertThat(outbox.events(CouponReturned.class, coupon)).hasSize(1);
    }

    @Test
    void aCouponThatExpiredBeforeTheRefundStaysUsed() {
        used();
        Instant end = jdbc.sql("SELECT valid_to FROM coupon WHERE id = ?")
                .param(coupon)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
        deliveries.deliver(refunded(order, member, end, true, coupon));
        assertThat(state()).isEqualTo("USED");
        assertThat(outbox.events(CouponReturned.class, coupon)).isEmpty();
        deliveries.deliver(refunded(order, member, end.minusMillis(1), true, coupon));
        assertThat(state()).isEqualTo("AVAILABLE");
    }
}
