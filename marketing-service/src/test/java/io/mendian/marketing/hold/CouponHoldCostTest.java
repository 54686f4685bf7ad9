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

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.StatementCounter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** This service's part of a checkout must not grow dearer unnoticed: lower a limit when statements go. */
@MendianTest
class CouponHoldCostTest {

    private static final int HELD = 4;
    private static final int PAID = 13;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    /** What other tests left: templates that give a coupon for each order, and events that could not be handled. */
    @BeforeEach
    void nothingElseHappens() {
        jdbc.update("UPDATE coupon_template SET state = 'ENDED' WHERE state = 'LIVE' AND issue_on <> 'NOTHING'");
        jdbc.update("DELETE FROM dead_letter");
    }

    @Test
    void aHoldOfACouponAndItsUseKeepToTheirStatements() {
        MemberKey member = newMember();
        OrderId order = newOrder();
        String coupon = claim(api, template(api, amountOff(0, 700)), member);
        List<String> held = StatementCounter.sentBy(() -> machine(api)
                .post(
                        "/internal/v1/coupon-holds",
                        hold(order, member, clock.instant().plus(Duration.ofMinutes(15)), coupon))
                .expect(200));
        assertThat(held).as(String.join("\n", held)).hasSizeLessThanOrEqualTo(HELD);
        List<String> paid =
                StatementCounter.sentBy(() -> deliveries.deliver(paid(order, member, 4_300, clock.instant(), coupon)));
        assertThat(paid).as(String.join("\n", paid)).hasSizeLessThanOrEqualTo(PAID);
    }
}
