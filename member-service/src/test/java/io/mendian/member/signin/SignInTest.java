package io.mendian.member.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.grant.AdvanceGrants;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class SignInTest {

    private static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    AdvanceGrants advanceGrants;

    private MemberKey member;
    private JsonNode before;

    @BeforeEach
    void aMember() {
        member = assets.joined();
        before = hq().get("/hq/v1/sign-in-rule").expect(200).json();
    }

    @AfterEach
    void theBooksBalance() {
        hq().put("/hq/v1/sign-in-rule", before).expect(200);
        clock.advance(Duration.ofMinutes(2));
        while (advanceGrants.advanceDue(50) > 0) {
            // what is left pending
        }
        assets.balance();
    }

    @Test
    void manyTapsOnOneDayAreOneAward() {
        Race.run(8, i -> this::signIn).forEach(one -> assertThat(one.failure()).isNull());
        assertThat(assets.points(member)).isEqualTo(5);
        JsonNode again = signIn();
        assertThat(again.path("already").asBoolean()).isTrue();
        assertThat(again.path("streak").asInt()).isEqualTo(1);
        assertThat(assets.number("SELECT COUNT(*) FROM sign_in WHERE member_key = ?", member))
                .isEqualTo(1);
    }

    @Test
    void theDayIsTheChainsNotTheServers() {
        clock.advanceTo(DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(1)).minusSeconds(30));
        signIn();
        clock.advance(Duration.ofSeconds(60));
        assertThat(signIn().path("streak").asInt()).isEqualTo(2);
        assertThat(assets.points(member)).isEqualTo(10);
    }

    @Test
    void theSeventhDayInARowYieldsOnePickupVoucherHandedOverOnce() {
        rule(Map.of("pointsPerDay", 5, "giftKind", "VOUCHER", "giftTitle", "拿铁一杯"));
        days(6);
        Race.run(6, i -> this::signIn).forEach(one -> assertThat(one.failure()).isNull());
        JsonNode calendar = calendar();
        assertThat(calendar.path("streak").asInt()).isEqualTo(7);
        assertThat(calendar.path("daysToGift").asInt()).isEqualTo(7);
        JsonNode vouchers = api.as(TestCallers.member(member))
                .get("/app/v1/me/pickup-vouchers")
                .expect(200)
                .json();
        assertThat(vouchers.size()).isEqualTo(1);
        Map<String, Object> code = Map.of("code", vouchers.get(0).path("code").asString());
        Api clerk = api.as(TestCallers.clerk(7, store(), Right.ORDERS_SELL));
        long handedOver = Race.run(6, i -> () -> clerk.post("/store/v1/pickup-vouchers/hand-over", code)).stream()
                .filter(one -> one.value() != null && one.value().status() == 200)
                .count();
        assertThat(handedOver).isEqualTo(1);
        clerk.post("/store/v1/pickup-vouchers/hand-over", code).expectProblem(409, "VOUCHER_USED");
        clerk.post("/store/v1/pickup-vouchers/hand-over", Map.of("code", "PV00000000000000"))
                .expectProblem(404, "VOUCHER_UNKNOWN");
    }

    @Test
    void aGapBeginsTheStreakAnew() {
        days(6);
        clock.advance(Duration.ofDays(1));
        JsonNode signed = signIn();
        assertThat(signed.path("streak").asInt()).isEqualTo(1);
        assertThat(signed.path("gift").isNull()).isTrue();
        assertThat(assets.points(member)).isEqualTo(7 * 5);
        assertThat(calendar().path("daysToGift").asInt()).isEqualTo(6);
    }

    @Test
    void aStreakOfPointsAndTheNextSevenDaysYieldAgain() {
        days(14);
        assertThat(assets.points(member)).isEqualTo(14 * 5 + 2 * 30);
    }

    @Test
    void aCouponOfAStreakIsOwedUntilItIsGrantedOnce() {
        rule(Map.of("pointsPerDay", 1, "giftKind", "COUPON", "giftTemplateId", "5037"));
        days(6);
        assertThat(signIn().path("gift").path("status").asString()).isEqualTo("PENDING");
        clock.advance(Duration.ofSeconds(10));
        advanceGrants.advanceDue(50);
        assertThat(lastGift().path("status").asString()).isEqualTo("PENDING");
        clock.advance(Duration.ofSeconds(30));
        Assets.race(4, i -> () -> advanceGrants.advanceDue(50));
        assertThat(lastGift().path("status").asString()).isEqualTo("GIVEN");
        assertThat(lastGift().path("couponId").asString()).isNotBlank();
    }

    @Test
    void aRefusedCouponRaisesAnAlarm() {
        rule(Map.of("pointsPerDay", 1, "giftKind", "COUPON", "giftTemplateId", "4047"));
        days(7);
        clock.advance(Duration.ofSeconds(10));
        while (advanceGrants.advanceDue(50) > 0) {
            // all that are due
        }
        assertThat(hq().get("/hq/v1/alarms/member").expect(200).body())
                .contains("SIGN_IN_GIFT_REFUSED")
                .contains(member.text());
    }

    @Test
    void whoeverHasNoPhoneIsAskedForItFirst() {
        api.as(TestCallers.member(Sale.someone()))
                .post("/app/v1/me/sign-ins", "")
                .expectProblem(409, "PHONE_NEEDED");
        hq().put("/hq/v1/sign-in-rule", Map.of("pointsPerDay", 1, "giftKind", "COUPON"))
                .expectProblem(400, "SIGN_IN_RULE_INVALID");
    }

    /** Signs in on so many days in a row; the last one is today's and not moved beyond. */
    private void days(int count) {
        for (int i = 0; i < count; i++) {
            signIn();
            clock.advanceTo(
                    DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(1)).plusSeconds(3_600));
        }
    }

    private StoreId store() {
        return StoreId.of(assets.number("SELECT registration_store FROM member WHERE member_key = ?", member));
    }

    private JsonNode signIn() {
        return api.as(TestCallers.member(member))
                .post("/app/v1/me/sign-ins", "")
                .expect(200)
                .json();
    }

    private JsonNode calendar() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/sign-ins")
                .expect(200)
                .json();
    }

    private JsonNode lastGift() {
        JsonNode days = calendar().path("days");
        return days.get(days.size() - 1).path("gift");
    }

    private void rule(Map<String, Object> rule) {
        hq().put("/hq/v1/sign-in-rule", new HashMap<>(rule)).expect(200);
    }

    private Api hq() {
        return api.as(TestCallers.headquarters());
    }
}
