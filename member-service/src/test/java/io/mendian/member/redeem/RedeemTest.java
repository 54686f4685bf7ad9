package io.mendian.member.redeem;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.Fakes.FakeMarketing;
import io.mendian.member.grant.AdvanceGrants;
import io.mendian.member.history.Assets;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class RedeemTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    FakeMarketing marketing;

    @Autowired
    AdvanceGrants advanceGrants;

    @Autowired
    RedeemCoupon redeemCoupon;

    private MemberKey member;

    @BeforeEach
    void aMemberWithThreeHundredPoints() {
        member = assets.joined();
        assets.earn(member, 30_000);
    }

    @AfterEach
    void theBooksBalance() {
        clock.advance(Duration.ofMinutes(2));
        while (advanceGrants.advanceDue(50) > 0) {
            // what is left pending
        }
        assets.balance();
    }

    @Test
    void aRedemptionSpendsThePointsAndGivesOneCouponAlsoWhenItIsRepeated() {
        String offer = offer("101", 100, null, null);
        String key = UUID.randomUUID().toString();
        List<Race.Outcome<Api.Answer>> answers = Race.run(4, i -> () -> redeem(member, offer, key));
        assertThat(answers.stream()
                        .filter(one -> one.value() != null && one.value().status() == 201))
                .isNotEmpty();
        JsonNode done = redeem(member, offer, key).expect(201).json();
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("couponId").asString())
                .isEqualTo(marketing.coupon(done.path("redemptionId").asString()));
        assertThat(assets.points(member)).isEqualTo(200);
        assertThat(count("DONE")).isEqualTo(1);
        assertThat(entry(member).path("causeType").asString()).isEqualTo("REDEEM");
        assertThat(entry(member).path("causeId").asString())
                .isEqualTo(done.path("redemptionId").asString());
    }

    @Test
    void aRedemptionThatIsLedAgainUnderItsIdTakesNoMoreAndEndsTheSame() {
        long offer = Long.parseLong(offer("105", 100, 5L, null));
        long id = Ids.next();
        String coupon = redeemCoupon.redeem(id, member, offer).couponId();
        assertThat(redeemCoupon.redeem(id, member, offer).couponId()).isEqualTo(coupon);
        Assets.race(4, i -> () -> redeemCoupon.redeem(id, member, offer));
        assertThat(assets.points(member)).isEqualTo(200);
        assertThat(count("DONE")).isEqualTo(1);
    }

    @Test
    void parallelRedemptionsNeverSpendMoreThanThereIs() {
        String offer = offer("102", 100, null, null);
        Race.run(8, i -> () -> redeem(member, offer, UUID.randomUUID().toString()));
        assertThat(assets.points(member)).isZero();
        assertThat(count("DONE")).isEqualTo(3);
    }

    @Test
    void theLastOfTheStockGoesToOneMember() {
        String offer = offer("103", 10, 1L, null);
        MemberKey other = assets.joined();
        assets.earn(other, 30_000);
        Race.run(
                6,
                i -> () -> redeem(
                        i % 2 == 0 ? member : other, offer, UUID.randomUUID().toString()));
        assertThat(assets.points(member) + assets.points(other)).isEqualTo(590);
        redeem(member, offer, UUID.randomUUID().toString()).expectProblem(409, "OFFER_SOLD_OUT");
    }

    @Test
    void aLimitPerMemberHoldsUnderParallelRequests() {
        String offer = offer("104", 10, null, 2);
        Race.run(8, i -> () -> redeem(member, offer, UUID.randomUUID().toString()));
        assertThat(assets.points(member)).isEqualTo(280);
        redeem(member, offer, UUID.randomUUID().toString()).expectProblem(409, "OFFER_LIMIT_REACHED");
    }

    @Test
    void aRefusedGrantGivesThePointsAndTheStockBack() {
        String offer = offer("404", 100, 1L, null);
        JsonNode refused =
                redeem(member, offer, "refused-" + member).expect(201).json();
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("reason").asString()).isEqualTo("COUPON_ALL_TAKEN");
        assertThat(assets.freePoints(member)).isEqualTo(300);
        redeem(member, offer, UUID.randomUUID().toString()).expect(201);
    }

    @Test
    void whileMarketingIsAwayThePointsAreHeldAndTheTimerEndsIt() {
        String offer = offer("503", 100, null, null);
        JsonNode pending = redeem(member, offer, "away-" + member).expect(201).json();
        assertThat(pending.path("status").asString()).isEqualTo("PENDING");
        assertThat(assets.points(member)).isEqualTo(300);
        assertThat(assets.freePoints(member)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(30));
        Assets.race(4, i -> () -> advanceGrants.advanceDue(50));
        assertThat(assets.points(member)).isEqualTo(200);
        assertThat(one(pending).path("status").asString()).isEqualTo("DONE");
    }

    @Test
    void aCouponWhoseAnswerWasLostIsNotGrantedTwice() {
        String offer = offer("500", 100, null, null);
        JsonNode pending = redeem(member, offer, "lost-" + member).expect(201).json();
        String granted = marketing.coupon(pending.path("redemptionId").asString());
        clock.advance(Duration.ofSeconds(30));
        advanceGrants.advanceDue(50);
        assertThat(one(pending).path("couponId").asString()).isEqualTo(granted);
        assertThat(assets.points(member)).isEqualTo(200);
    }

    @Test
    void anOfferIsRedeemableInItsPeriodOnlyAndAStrangersRedemptionDoesNotExist() {
        String over = offer("105", 10, null, null);
        JsonNode mine = redeem(member, over, "period-" + member).expect(201).json();
        api.as(TestCallers.member(assets.joined()))
                .get("/app/v1/me/redemptions/" + mine.path("redemptionId").asString())
                .expectProblem(404, "NOT_FOUND");
        clock.advance(Duration.ofDays(2));
        redeem(member, over, UUID.randomUUID().toString()).expectProblem(409, "OFFER_NOT_RUNNING");
        redeem(member, "1", UUID.randomUUID().toString()).expectProblem(404, "NOT_FOUND");
    }

    private Api.Answer redeem(MemberKey who, String offer, String key) {
        return api.as(TestCallers.member(who)).withKey(key).post("/app/v1/redeem-offers/" + offer + "/redemptions", "");
    }

    private JsonNode one(JsonNode redemption) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/redemptions/" + redemption.path("redemptionId").asString())
                .expect(200)
                .json();
    }

    private JsonNode entry(MemberKey who) {
        return api.as(TestCallers.member(who))
                .get("/app/v1/me/points?limit=1")
                .expect(200)
                .json()
                .path("entries")
                .get(0);
    }

    private long count(String status) {
        return assets.number(
                "SELECT COUNT(*) FROM redemption WHERE status = '" + status + "' AND member_key = ?", member);
    }

    private String offer(String template, long points, @Nullable Long stock, @Nullable Integer limit) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "满100减10",
                "templateId",
                template,
                "points",
                points,
                "from",
                clock.instant().minusSeconds(60),
                "until",
                clock.instant().plus(Duration.ofDays(1)),
                "active",
                true));
        body.put("stock", stock);
        body.put("limitPerMember", limit);
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/redeem-offers", body)
                .expect(201)
                .json()
                .path("offerId")
                .asString();
    }
}
