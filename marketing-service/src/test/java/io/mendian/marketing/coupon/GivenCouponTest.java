package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.refunded;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Coupons that are given by themselves: to new members (K07) and after a purchase (K11). */
class GivenCouponTest extends TemplateCase {

    private final MemberKey member = newMember();
    private final OrderId order = newOrder();

    @Test
    void aNewMemberGetsHisCouponOnceHoweverOftenItIsTold() {
        template = template(api, with(amountOff(0, 800), "issueOn", "MEMBER_JOINED"));
        deliveries.deliverInParallel(joined(false), 6);
        deliveries.deliverTwice(joined(false));
        assertThat(states()).containsExactly("AVAILABLE");
    }

    @Test
    void amemberTakenOverFromAnOldTillIsNotNew() {
        template = template(api, with(amountOff(0, 800), "issueOn", "MEMBER_JOINED"));
        deliveries.deliver(joined(true));
        assertThat(states()).isEmpty();
        String forNew = template(api, with(amountOff(0, 300), "newMembersOnly", true));
        api.as(TestCallers.member(member))
                .post("/app/v1/coupon-templates/" + forNew + "/claims", Map.of())
                .expectProblem(409, "COUPON_NEW_MEMBERS_ONLY");
    }

    @Test
    void aPurchaseGivesACouponOnceFromItsAmountOn() {
        template = template(api, afterPurchase(5_000));
        deliveries.deliver(paid(newOrder(), member, 4_999, clock.instant()));
        assertThat(states()).isEmpty();
        deliveries.deliverInParallel(paid(order, member, 5_000, clock.instant()), 6);
        deliveries.deliverTwice(paid(order, member, 5_000, clock.instant()));
        assertThat(states()).containsExactly("AVAILABLE");
    }

    @Test
    void whatIsTakenGivesNothingAndHurtsNoOtherTemplate() {
        String empty = template(api, with(afterPurchase(0), "limits", Map.of("total", 1)));
        template = template(api, afterPurchase(0));
        deliveries.deliver(paid(newOrder(), newMember(), 900, clock.instant()));
        deliveries.deliver(paid(order, member, 900, clock.instant()));
        jdbc.sql("UPDATE coupon_template SET state = 'ENDED' WHERE id = ?")
                .param(empty)
                .update();
        assertThat(states()).containsExactly("AVAILABLE");
        assertThat(jdbc.sql("SELECT issued FROM coupon_template WHERE id = ?")
                        .param(empty)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFullRefundTakesTheUnusedCouponBackOnce() {
        template = template(api, afterPurchase(0));
        deliveries.deliver(paid(order, member, 900, clock.instant()));
        deliveries.deliver(refunded(order, member, clock.instant(), false));
        assertThat(states()).containsExactly("AVAILABLE");
        deliveries.deliverInParallel(refunded(order, member, clock.instant(), true), 5);
        assertThat(states()).containsExactly("WITHDRAWN");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM coupon_entry WHERE cause_type = 'WITHDRAWN' AND coupon_id = ?")
                        .param(coupon())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneThatAnotherOrderHoldsIsTakenBackWhenItComesFree() {
        template = template(api, afterPurchase(0));
        deliveries.deliver(paid(order, member, 900, clock.instant()));
        OrderId next = newOrder();
        holdFor(next);
        deliveries.deliver(refunded(order, member, clock.instant(), true));
        assertThat(states()).containsExactly("HELD");
        machine(api).delete("/internal/v1/coupon-holds/" + next.text()).expect(204);
        assertThat(states()).containsExactly("WITHDRAWN");
    }

    @Test
    void oneThatWasUsedStaysUsed() {
        template = template(api, afterPurchase(0));
        deliveries.deliver(paid(order, member, 900, clock.instant()));
        OrderId next = newOrder();
        String coupon = coupon();
        holdFor(next);
        jdbc.sql("UPDATE coupon_template SET state = 'ENDED' WHERE id = ?")
                .param(template)
                .update();
        deliveries.deliver(paid(next, member, 700, clock.instant(), coupon));
        deliveries.deliver(refunded(order, member, clock.instant(), true));
        assertThat(states()).containsExactly("USED");
        deliveries.deliver(refunded(next, member, clock.instant(), true, coupon));
        assertThat(states()).containsExactly("WITHDRAWN");
    }

    private void holdFor(OrderId next) {
        machine(api)
                .post(
                        "/internal/v1/coupon-holds",
                        hold(next, member, clock.instant().plus(Duration.ofHours(5)), coupon()))
                .expect(200);
    }

    private static Map<String, Object> afterPurchase(long minimum) {
        return with(with(amountOff(0, 800), "issueOn", "ORDER_PAID"), "issueMinPaidMinor", minimum);
    }

    private MemberJoined joined(boolean history) {
        return new MemberJoined(member, null, "PHONE", "ORDINARY", history, clock.instant());
    }

    private String coupon() {
        return jdbc.sql("SELECT id FROM coupon WHERE template_id = ? AND member_key = ?")
                .params(List.of(template, member.value()))
                .query(String.class)
                .single();
    }

    private List<String> states() {
        return states(member);
    }
}
