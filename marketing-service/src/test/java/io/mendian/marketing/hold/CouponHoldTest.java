package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.refunded;
import static io.mendian.marketing.Marketing.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.CouponReturned;
import io.mendian.contracts.marketing.CouponUsed;
import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MendianTest
class CouponHoldTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    ExpireCouponHolds expire;

    @Autowired
    JdbcClient jdbc;

    private final MemberKey member = newMember();
    private final OrderId order = newOrder();
    private String coupon;

    @BeforeEach
    void aCoupon() {
        coupon = claim(api, template(api, amountOff(0, 700)), member);
    }

    @Test
    void theSameHoldAgainIsTheSameHold() {
        assertThat(held(order, coupon).body()).isEqualTo(held(order, coupon).body());
        assertThat(entries("HELD")).isEqualTo(1);
        assertThat(state()).isEqualTo("HELD");
    }

    @Test
    void aHoldIdIsForOneContent() {
        held(order, coupon);
        String other = claim(api, template(api, amountOff(0, 100)), member);
        post(hold(order, member, soon(), coupon, other)).expectProblem(409, "COUPON_HOLD_DIFFERS");
    }

    @Test
    void aHeldCouponIsRefusedToAnotherOrder() {
        held(order, coupon);
        post(hold(newOrder(), member, soon(), coupon)).expectProblem(409, "COUPON_ALREADY_USED");
    }

    @Test
    void allCouponsOrNone() {
        String second = claim(api, template(api, amountOff(0, 100)), member);
        held(newOrder(), second);
        post(hold(order, member, soon(), coupon, second)).expectProblem(409, "COUPON_ALREADY_USED");
        assertThat(state()).isEqualTo("AVAILABLE");
        assertThat(holds(order)).isZero();
    }

    @Test
    void anothersCouponAnswersLikeAMissingOne() {
        String foreign = claim(api, template(api, amountOff(0, 100)), newMember());
        Api.Answer theirs = post(hold(order, member, soon(), foreign)).expectProblem(404, "COUPON_UNKNOWN");
        Api.Answer missing = post(hold(order, member, soon(), "12345")).expectProblem(404, "COUPON_UNKNOWN");
        assertThat(theirs.json().path("detail")).isEqualTo(missing.json().path("detail"));
    }

    @Test
    void ofFiveParallelOrdersExactlyOneGetsTheCoupon() {
        List<OrderId> orders = List.of(newOrder(), newOrder(), newOrder(), newOrder(), newOrder());
        var outcomes = Race.run(
                5, i -> () -> post(hold(orders.get(i), member, soon(), coupon)).status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        assertThat(entries("HELD")).isEqualTo(1);
        assertThat(orders.stream().mapToLong(this::holds).sum()).isEqualTo(1);
    }

    @Test
    void theSameHoldInParallelIsOneHold() {
        Map<String, Object> body = hold(order, member, soon(), coupon);
        var outcomes = Race.run(6, i -> () -> post(body).status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200);
        assertThat(entries("HELD")).isEqualTo(1);
    }

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
    void aReleasedHoldCannotBeTakenUpAgain() {
        held(order, coupon);
        machine(api).delete("/internal/v1/coupon-holds/" + order.text()).expect(204);
        machine(api).delete("/internal/v1/coupon-holds/" + order.text()).expect(204);
        post(hold(order, member, soon(), coupon)).expectProblem(409, "COUPON_HOLD_ENDED");
    }

    @Test
    void anOverdueHoldEndsByItself() {
        post(hold(order, member, clock.instant().plusSeconds(60), coupon)).expect(200);
        assertThat(state()).isEqualTo("HELD");
        clock.advance(Duration.ofSeconds(61));
        expire.expire(1000);
        assertThat(state()).isEqualTo("AVAILABLE");
        assertThat(expire.expire(1000)).isZero();
    }

    @Test
    void releaseAndConfirmAtOnceHaveOneWinner() {
        held(order, coupon);
        Race.run(2, i -> () -> {
            if (i == 0) {
                deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon));
            } else {
                machine(api).delete("/internal/v1/coupon-holds/" + order.text()).expect(204);
            }
            return true;
        });
        // whoever was first: a paid order has its coupon, for it was still free
        assertThat(state()).isEqualTo("USED");
        assertThat(entries("USED")).isEqualTo(1);
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

    private void used() {
        held(order, coupon);
        deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon));
    }

    private Api.Answer held(OrderId order, String coupon) {
        return post(hold(order, member, Instant.parse("2099-01-01T00:00:00Z"), coupon))
                .expect(200);
    }

    private Api.Answer post(Map<String, Object> body) {
        return machine(api).post("/internal/v1/coupon-holds", body);
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(9));
    }

    private OrderCancelled cancelled() {
        return new OrderCancelled(order, StoreId.of(7001), member, "CUSTOMER", clock.instant());
    }

    private String state() {
        return jdbc.sql("SELECT state FROM coupon WHERE id = ?")
                .param(coupon)
                .query(String.class)
                .single();
    }

    private long entries(String move) {
        return count("SELECT COUNT(*) FROM coupon_entry WHERE coupon_id = ? AND cause_type = '" + move + "'", coupon);
    }

    private long holds(OrderId order) {
        return count("SELECT COUNT(*) FROM coupon_hold WHERE id = ?", order.text());
    }

    private long shortages() {
        return count("SELECT COUNT(*) FROM coupon_shortage WHERE coupon_id = ?", coupon);
    }

    private long count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
