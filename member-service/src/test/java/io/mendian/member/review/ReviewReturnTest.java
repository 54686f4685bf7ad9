package io.mendian.member.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewReturnTest extends ReviewCase {

    @Test
    void aLineThatCameBackWholeTakesItsReviewWithItAPartDoesNot() {
        approve(written("1")).expect(200);
        deliveries.deliver(sale.refund(1, 1, 10).event());
        assertThat(assets.points(member)).isEqualTo(10);
        deliveries.deliverTwice(sale.refund(1, 1, 10).event());
        assertThat(assets.points(member)).isZero();
        assertThat(status("1")).isEqualTo("WITHDRAWN");
        write("1").expectProblem(409, "REVIEW_LINE_RETURNED");
    }

    @Test
    void whatIsSpentAlreadyIsOwed() {
        String id = written("1");
        approve(id).expect(200);
        Sale spends = assets.saleTo(member).in(store).goods(50).points(10);
        assets.hold(spends, member, 10, 0).expect(200);
        deliveries.deliver(spends.paid());
        deliveries.deliver(sale.refund(1, 2, 20).event());
        assertThat(number("SELECT debt FROM points_account WHERE member_key = ?"))
                .isEqualTo(10);
    }

    @Test
    void anOpenReviewOfReturnedGoodsIsNeverPaid() {
        String id = written("1");
        var refund = sale.refund(1, 2, 20).event();
        Race.run(2, i -> () -> {
            if (i == 0) {
                return approve(id).status();
            }
            deliveries.deliver(refund);
            return 200;
        });
        assertThat(assets.points(member)).isZero();
        assertThat(status("1")).isEqualTo("WITHDRAWN");
        approve(id).expectProblem(409, "REVIEW_DECIDED");
    }

    @Test
    void aCouponMayBeTheRewardAndGoesBackWithTheGoods() {
        Api hq = api.as(TestCallers.headquarters());
        hq.put("/hq/v1/review-rule", Map.of("points", 0, "templateId", "77", "withinDays", 30))
                .expect(200);
        try {
            String id = written("1");
            approve(id).expect(200);
            clock.advance(Duration.ofSeconds(10));
            advanceGrants.advanceDue(50);
            String grant = Long.toString(number("SELECT MAX(c.grant_id) FROM review_coupon c JOIN review r"
                    + " ON r.review_id = c.review_id WHERE r.member_key = ?"));
            assertThat(List.of(
                            couponStatus(),
                            api.as(TestCallers.member(member))
                                    .get("/app/v1/me/reviews")
                                    .json()
                                    .get(0)
                                    .path("couponId")
                                    .asString()))
                    .containsExactly("GIVEN", marketing.coupon(grant));
            deliveries.deliver(sale.refund(1, 2, 20).event());
            assertThat(couponStatus()).isEqualTo("TO_WITHDRAW");
        } finally {
            hq.put("/hq/v1/review-rule", Map.of("points", 10, "withinDays", 30)).expect(200);
        }
    }
}
