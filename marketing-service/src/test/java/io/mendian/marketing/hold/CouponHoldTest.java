package io.mendian.marketing.hold;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.OrderId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CouponHoldTest extends CouponHoldCase {

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
}
