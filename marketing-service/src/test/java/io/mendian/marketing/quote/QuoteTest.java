package io.mendian.marketing.quote;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.basket;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.hold;
import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class QuoteTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private final MemberKey member = newMember();

    @Test
    void levelCouponAndPointsTogetherAreExplained() {
        String coupon = claim(api, template(api, amountOff(10_000, 1_000)), member);
        Map<String, Object> basket = basket(member, clock.instant(), line("a", 11, 2, 6_000), line("b", 12, 1, 999));
        basket.put("levelPricePermille", 900);
        basket.put("usePoints", -1);
        basket.put("pointsBalance", 500);
        basket.put("pointsPerCurrencyUnit", 100);
        basket.put("pointsCapPermille", 500);
        JsonNode quote = quote(api, basket);
        // 12000 + 999, less 1200 and 100 (99.9 half-up) by level, less 1000 by coupon, less 500 by points
        assertThat(quote.path("listMinor").asLong()).isEqualTo(12_999);
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(10_199);
        assertThat(quote.path("discountMinor").asLong()).isEqualTo(2_800);
        assertThat(quote.path("pointsUsed").asLong()).isEqualTo(500);
        assertThat(quote.path("couponIds").get(0).asString()).isEqualTo(coupon);
        assertThat(quote.path("lines").get(0).path("netMinor").asLong()
                        + quote.path("lines").get(1).path("netMinor").asLong())
                .isEqualTo(10_199);
        assertThat(quote.path("explanations")
                        .valueStream()
                        .map(each -> each.path("rule").asString()))
                .containsExactly("LEVEL_PRICE", "COUPON:" + coupon, "POINTS");
    }

    @Test
    void itSaysWhatIsMissingForACoupon() {
        claim(api, template(api, amountOff(10_000, 1_000)), member);
        JsonNode quote = quote(api, basket(member, clock.instant(), line("a", 11, 1, 9_790)));
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(9_790);
        assertThat(quote.path("notApplied").get(0).path("reason").asString()).isEqualTo("再买 2.10 元可减 10 元");
        assertThat(quote.path("notApplied").get(0).path("missingMinor").asLong())
                .isEqualTo(210);
    }

    @Test
    void theMemberMayChooseAnotherCouponOrNone() {
        String small = claim(api, template(api, amountOff(0, 300)), member);
        claim(api, template(api, amountOff(0, 700)), member);
        Map<String, Object> basket = basket(member, clock.instant(), line("a", 11, 1, 5_000));
        assertThat(quote(api, basket).path("payableMinor").asLong()).isEqualTo(4_300);
        assertThat(quote(api, with(basket, "couponIds", List.of(small)))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(4_700);
        assertThat(quote(api, with(basket, "couponIds", List.of()))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(5_000);
    }

    @Test
    void anotherMembersCouponIsNotTaken() {
        String foreign = claim(api, template(api, amountOff(0, 700)), newMember());
        JsonNode quote = quote(
                api, with(basket(member, clock.instant(), line("a", 11, 1, 5_000)), "couponIds", List.of(foreign)));
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(5_000);
        assertThat(quote.path("notApplied").get(0).path("code").asString()).isEqualTo("COUPON_NOT_USABLE");
    }

    @Test
    void anOrderQuotedAgainBehindItsOwnHoldCostsTheSame() {
        String coupon = claim(api, template(api, amountOff(0, 700)), member);
        OrderId order = newOrder();
        Map<String, Object> basket = basket(member, clock.instant(), line("a", 11, 1, 5_000));
        JsonNode before = quote(api, basket);
        machine(api)
                .post(
                        "/internal/v1/coupon-holds",
                        hold(order, member, clock.instant().plus(Duration.ofMinutes(15)), coupon))
                .expect(200);
        assertThat(quote(api, basket).path("payableMinor").asLong()).isEqualTo(5_000);
        assertThat(quote(api, with(basket, "holdId", order.text()))).isEqualTo(before);
    }

    @Test
    void aBasketThatCannotBeIsRefused() {
        Map<String, Object> twice = basket(member, clock.instant(), line("a", 11, 1, 5_000), line("a", 12, 1, 5_000));
        machine(api).post("/internal/v1/quotes", twice).expectProblem(400, "INVALID_REQUEST");
        machine(api)
                .post("/internal/v1/quotes", basket(member, clock.instant(), line("a", 11, 0, 5_000)))
                .expectProblem(400, "INVALID_REQUEST");
    }
}
