package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.marketing.CouponClaimed;
import io.mendian.kernel.MemberKey;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@MendianTest
class CouponClaimTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    ExpireCoupons expire;

    @Autowired
    JdbcClient jdbc;

    private final MemberKey member = newMember();

    @Test
    void ofTwoHundredParallelClaimsExactlyTheTotalSucceeds() {
        String template = template(api, with(amountOff(0, 500), "limits", Map.of("total", 37, "perMember", 1)));
        var outcomes = Race.run(200, i -> () -> post(newMember(), template).status());
        assertThat(outcomes.stream().filter(each -> Integer.valueOf(201).equals(each.value())))
                .hasSize(37);
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(201, 409);
        assertThat(coupons(template)).isEqualTo(37);
        assertThat(number("SELECT issued FROM coupon_template WHERE id = ?", template))
                .isEqualTo(37);
        assertThat(number("SELECT SUM(taken) FROM coupon_member_quota WHERE template_id = ?", template))
                .isEqualTo(37);
    }

    @Test
    void aMemberWhoTapsFortyTimesGetsHisLimit() {
        String template = template(api, with(amountOff(0, 500), "limits", Map.of("perMember", 2)));
        var outcomes = Race.run(40, i -> () -> post(member, template).status());
        assertThat(outcomes.stream().filter(each -> Integer.valueOf(201).equals(each.value())))
                .hasSize(2);
        assertThat(coupons(template)).isEqualTo(2);
    }

    @Test
    void theLimitOfADayHoldsAndTheNextDayHasItsOwn() {
        String template = template(api, with(amountOff(0, 500), "limits", Map.of("perDay", 3)));
        var outcomes = Race.run(20, i -> () -> post(newMember(), template).status());
        assertThat(outcomes.stream().filter(each -> Integer.valueOf(201).equals(each.value())))
                .hasSize(3);
        post(member, template).expectProblem(409, "COUPON_ALL_TAKEN_TODAY");
        clock.advance(Duration.ofDays(1));
        post(member, template).expect(201);
    }

    @Test
    void aRepeatedClaimIsOneClaim() {
        String template = template(api, amountOff(0, 500));
        Api mine = api.as(TestCallers.member(member)).withKey("claim-" + template);
        var outcomes = Race.run(
                6,
                i -> () -> mine.post("/app/v1/coupon-templates/" + template + "/claims", Map.of())
                        .status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).contains(201);
        mine.post("/app/v1/coupon-templates/" + template + "/claims", Map.of()).expect(201);
        assertThat(coupons(template)).isEqualTo(1);
    }

    @Test
    void aClaimIsToldOnceAndIsInTheMembersList() {
        String coupon = claim(api, template(api, amountOff(0, 500)), member);
        assertThat(outbox.events(CouponClaimed.class, coupon)).singleElement().satisfies(claimed -> {
            assertThat(claimed.memberKey()).isEqualTo(member);
            assertThat(claimed.cause()).isEqualTo("CLAIM");
        });
        JsonNode list = api.as(TestCallers.member(member))
                .get("/app/v1/coupons?status=AVAILABLE")
                .expect(200)
                .json();
        assertThat(list.get(0).path("couponId").asString()).isEqualTo(coupon);
    }

    @Test
    void daysCountFromTheDayOfTheClaimToTheEndOfTheLast() {
        ZoneId urumqi = ZoneId.of("Asia/Urumqi");
        String template = template(api, with(amountOff(0, 500), "validity", Map.of("days", 7, "zone", "Asia/Urumqi")));
        Instant before = clock.instant();
        JsonNode coupon = post(member, template).expect(201).json();
        LocalDate first = before.atZone(urumqi).toLocalDate();
        assertThat(Instant.parse(coupon.path("validTo").asString()))
                .isIn(
                        first.plusDays(7).atStartOfDay(urumqi).toInstant(),
                        first.plusDays(8).atStartOfDay(urumqi).toInstant());
    }

    @Test
    void whatHasExpiredIsShownSoBeforeAndAfterTheTimer() {
        String template = template(api, with(amountOff(0, 500), "validity", Map.of("days", 1)));
        String coupon = claim(api, template, member);
        clock.advance(Duration.ofDays(2));
        assertThat(status(coupon)).isEqualTo("EXPIRED");
        assertThat(api.as(TestCallers.member(member))
                        .get("/app/v1/coupons?status=AVAILABLE")
                        .json())
                .isEmpty();
        while (expire.expire(200) > 0) {
            // more are due
        }
        assertThat(status(coupon)).isEqualTo("EXPIRED");
        assertThat(api.as(TestCallers.member(member))
                        .get("/app/v1/coupons?status=EXPIRED")
                        .json())
                .hasSize(1);
        assertThat(number("SELECT COUNT(*) FROM coupon_entry WHERE cause_type = 'EXPIRED' AND coupon_id = ?", coupon))
                .isEqualTo(1);
    }

    @Test
    void theClaimCentreSaysWhatIsLeft() {
        String template = template(api, with(amountOff(0, 500), "limits", Map.of("total", 5, "perMember", 1)));
        String hidden = template(api, with(amountOff(0, 500), "claimable", false));
        String draft = template(api, with(amountOff(0, 500), "state", "DRAFT"));
        claim(api, template, member);
        JsonNode own = claimable(member, template);
        assertThat(own.path("left").asLong()).isEqualTo(4);
        assertThat(own.path("claimed").asInt()).isEqualTo(1);
        assertThat(own.path("canClaim").asBoolean()).isFalse();
        assertThat(claimable(newMember(), template).path("canClaim").asBoolean())
                .isTrue();
        assertThat(claimable(member, hidden).isMissingNode()).isTrue();
        assertThat(claimable(member, draft).isMissingNode()).isTrue();
        post(member, hidden).expectProblem(409, "COUPON_NOT_CLAIMABLE");
        post(member, draft).expectProblem(404, "COUPON_TEMPLATE_UNKNOWN");
    }

    @Test
    void aNewMembersCouponIsForThoseWhoHaveNotBought() {
        String template = template(api, with(amountOff(0, 500), "newMembersOnly", true));
        claim(api, template, newMember());
        deliveries.deliver(paid(newOrder(), member, 900, clock.instant()));
        post(member, template).expectProblem(409, "COUPON_NEW_MEMBERS_ONLY");
    }

    @Test
    void anothersCouponAnswersLikeAMissingOne() {
        String theirs = claim(api, template(api, amountOff(0, 500)), newMember());
        Api mine = api.as(TestCallers.member(member));
        JsonNode foreign = mine.get("/app/v1/coupons/" + theirs)
                .expectProblem(404, "COUPON_UNKNOWN")
                .json();
        JsonNode missing = mine.get("/app/v1/coupons/424242")
                .expectProblem(404, "COUPON_UNKNOWN")
                .json();
        assertThat(foreign.path("detail")).isEqualTo(missing.path("detail"));
        assertThat(foreign.path("title")).isEqualTo(missing.path("title"));
    }

    private JsonNode claimable(MemberKey member, String template) {
        long after = Long.parseLong(template) - 1;
        return api.as(TestCallers.member(member))
                .get("/app/v1/coupons/claimable?limit=200&after=" + after)
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.path("templateId").asString().equals(template))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private Api.Answer post(MemberKey member, String template) {
        return api.as(TestCallers.member(member)).post("/app/v1/coupon-templates/" + template + "/claims", Map.of());
    }

    private String status(String coupon) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/coupons/" + coupon)
                .expect(200)
                .json()
                .path("state")
                .asString();
    }

    private long coupons(String template) {
        return number("SELECT COUNT(*) FROM coupon WHERE template_id = ?", template);
    }

    private long number(String sql, String parameter) {
        return jdbc.sql(sql).params(List.of(parameter)).query(Long.class).single();
    }
}
