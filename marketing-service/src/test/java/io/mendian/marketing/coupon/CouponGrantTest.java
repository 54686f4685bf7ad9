package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coupons that other services give: points redeemed (M41), recharge gifts (X05). */
@MendianTest
class CouponGrantTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final MemberKey member = newMember();
    private final String grantId = "redeem-" + Ids.next();

    @Test
    void theSameGrantIsOneCouponHoweverOftenAndHoweverParallel() {
        String template = template(api, amountOff(0, 800));
        var outcomes = Race.run(
                8,
                i -> () -> grant(grantId, template, member)
                        .expect(200)
                        .json()
                        .path("couponId")
                        .asString());
        assertThat(outcomes.stream().map(Race.Outcome::value).distinct()).hasSize(1);
        assertThat(coupons(template)).isEqualTo(1);
        assertThat(issued(template)).isEqualTo(1);
    }

    @Test
    void ofFortyParallelGrantsNoMoreThanTheTotalAreGiven() {
        String template = template(api, with(amountOff(0, 800), "limits", Map.of("total", 7)));
        var outcomes = Race.run(
                40, i -> () -> grant(grantId + "-" + i, template, newMember()).status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200, 409);
        assertThat(coupons(template)).isEqualTo(7);
        assertThat(issued(template)).isEqualTo(7);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM coupon_grant WHERE template_id = ?")
                        .param(template)
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void aRefusedGrantSaysWhyAndMayBeAskedAgain() {
        String draft = template(api, with(amountOff(0, 800), "state", "DRAFT"));
        assertThat(grant(grantId, draft, member)
                        .expectProblem(409, "COUPON_GRANT_REFUSED")
                        .json()
                        .path("facts")
                        .path("reason")
                        .asString())
                .isEqualTo("COUPON_NOT_LIVE");
        grant(grantId, "4242", member).expectProblem(409, "COUPON_GRANT_REFUSED");
        String live = template(api, amountOff(0, 800));
        grant(grantId, live, member).expect(200);
        grant(grantId, live, newMember()).expectProblem(409, "COUPON_GRANT_REFUSED");
    }

    @Test
    void aWithdrawnGrantLeavesNothingToUse() {
        String template = template(api, amountOff(0, 800));
        String coupon = grant(grantId, template, member)
                .expect(200)
                .json()
                .path("couponId")
                .asString();
        Race.run(4, i -> () -> withdraw().status());
        assertThat(state(coupon)).isEqualTo("WITHDRAWN");
        machine(api).delete("/internal/v1/coupon-grants/unknown").expect(204);
    }

    @Test
    void aGrantThatAnOrderHoldsIsWithdrawnWhenItComesFree() {
        String template = template(api, amountOff(0, 800));
        String coupon = grant(grantId, template, member)
                .expect(200)
                .json()
                .path("couponId")
                .asString();
        OrderId order = newOrder();
        machine(api)
                .post(
                        "/internal/v1/coupon-holds",
                        hold(order, member, clock.instant().plus(Duration.ofHours(1)), coupon))
                .expect(200);
        withdraw().expect(204);
        assertThat(state(coupon)).isEqualTo("HELD");
        machine(api).delete("/internal/v1/coupon-holds/" + order.text()).expect(204);
        assertThat(state(coupon)).isEqualTo("WITHDRAWN");
    }

    private Api.Answer withdraw() {
        return machine(api).delete("/internal/v1/coupon-grants/" + grantId);
    }

    private Api.Answer grant(String id, String template, MemberKey to) {
        return machine(api)
                .post(
                        "/internal/v1/coupon-grants",
                        Map.of(
                                "grantId",
                                id,
                                "templateId",
                                template,
                                "memberKey",
                                to.text(),
                                "cause",
                                "POINTS_REDEEMED"));
    }

    private String state(String coupon) {
        return jdbc.sql("SELECT state FROM coupon WHERE id = ?")
                .param(coupon)
                .query(String.class)
                .single();
    }

    private long coupons(String template) {
        return jdbc.sql("SELECT COUNT(*) FROM coupon WHERE template_id = ? AND cause_type = 'GRANT'")
                .params(List.of(template))
                .query(Long.class)
                .single();
    }

    private long issued(String template) {
        return jdbc.sql("SELECT issued FROM coupon_template WHERE id = ?")
                .param(template)
                .query(Long.class)
                .single();
    }
}
