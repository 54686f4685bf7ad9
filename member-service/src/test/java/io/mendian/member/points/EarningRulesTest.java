package io.mendian.member.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.PointsExpiring;
import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What headquarters may set beyond the plain rule, from the order to the ledger. */
@MendianTest
class EarningRulesTest {

    private static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    WarnOfExpiry warnOfExpiry;

    @Autowired
    ExpirePoints expirePoints;

    private final MemberKey member = Sale.someone();
    private JsonNode before;

    @BeforeEach
    void rememberTheRule() {
        before = hq().get("/hq/v1/points-rule").expect(200).json();
    }

    @AfterEach
    void theBooksBalance() {
        hq().put("/hq/v1/points-rule", before).expect(200);
        assets.balance();
    }

    @Test
    void pointsArePendingUntilTheReturnWindowAndTheWaitingDaysHavePassed() {
        rule(Map.of("pointsPerUnit", 1, "returnWindowDays", 7, "usableAfterDays", 1));
        Instant soldAt = clock.instant();
        Sale sale = assets.saleTo(member).goods(9_000);
        deliveries.deliverTwice(sale.paid());
        Instant usable = DAYS.startOf(DAYS.dateOf(soldAt).plusDays(8));
        JsonNode statement = statement();
        assertThat(statement.path("balance").asLong()).isEqualTo(90);
        assertThat(statement.path("usable").asLong()).isZero();
        assertThat(statement.path("pending").asLong()).isEqualTo(90);
        assertThat(Instant.parse(statement
                        .path("becomingUsable")
                        .get(0)
                        .path("usableFrom")
                        .asString()))
                .isEqualTo(usable);
        clock.advanceTo(usable.minusSeconds(60));
        assets.hold(assets.saleTo(member), member, 1, 0).expectProblem(409, "NOT_ENOUGH_POINTS");
        clock.advanceTo(usable);
        assets.hold(assets.saleTo(member), member, 90, 0).expect(200);
    }

    @Test
    void aReturnTakesPendingPointsWithoutADebt() {
        rule(Map.of("pointsPerUnit", 1, "returnWindowDays", 7));
        Sale sale = assets.saleTo(member).goods(9_000);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 9_000).full().event());
        assertThat(assets.points(member)).isZero();
        assertThat(assets.number("SELECT debt FROM points_account WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void aDayCapHoldsWhenManyOrdersArePaidAtOnceAndARefundMakesRoom() {
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("caps", Map.of("perDay", 100))));
        List<Sale> sales = List.of(
                assets.saleTo(member).goods(4_000), assets.saleTo(member).goods(4_000),
                assets.saleTo(member).goods(4_000), assets.saleTo(member).goods(4_000));
        Assets.race(8, i -> () -> deliveries.deliver(sales.get(i % 4).paid()));
        assertThat(assets.points(member)).isEqualTo(100);
        for (Sale sale : sales) {
            deliveries.deliverTwice(sale.refund(1, 1, 4_000).full().event());
        }
        assertThat(assets.points(member)).isZero();
        assets.earn(member, 6_000);
        assertThat(assets.points(member)).isEqualTo(60);
        clock.advance(Duration.ofDays(1));
        assets.earn(member, 30_000);
        assertThat(assets.points(member)).isEqualTo(160);
    }

    @Test
    void aVisitIsRewardedOnceADayUnderManyOrders() {
        rule(Map.of(
                "pointsPerUnit",
                0,
                "accrual",
                Map.of("rules", List.of(Map.of("code", "VISIT", "kind", "VISIT", "points", 5, "fromMinor", 1_000)))));
        Assets.race(
                6,
                i -> () -> deliveries.deliver(assets.saleTo(member).goods(2_000).paid()));
        assertThat(assets.points(member)).isEqualTo(5);
        clock.advance(Duration.ofDays(1));
        assets.earn(member, 999);
        assertThat(assets.points(member)).isEqualTo(5);
        assets.earn(member, 1_000);
        assertThat(assets.points(member)).isEqualTo(10);
    }

    @Test
    void aCampaignMultipliesWhileItRunsAndARefundLaterStillTakesAllBack() {
        Instant now = clock.instant();
        Map<String, Object> campaign = Map.of(
                "code",
                "DOUBLE11",
                "from",
                now.minusSeconds(60),
                "until",
                now.plus(Duration.ofDays(1)),
                "multiplierPermille",
                2_000);
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("campaigns", List.of(campaign))));
        Sale sale = assets.saleTo(member).line("GOODS", "茶", 2, 20_000, null, null);
        deliveries.deliver(sale.paid());
        assertThat(assets.points(member)).isEqualTo(400);
        rule(Map.of("pointsPerUnit", 7));
        deliveries.deliver(sale.refund(1, 1, 10_000).event());
        assertThat(assets.points(member)).isEqualTo(200);
        deliveries.deliver(sale.refund(1, 1, 10_000).full().event());
        assertThat(assets.points(member)).isZero();
    }

    @Test
    void storedValueAndPointsPaidSharesCountOnlyIfTheRuleSaysSo() {
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("tendersThatDoNotEarn", List.of("STORED_VALUE"))));
        assets.recharge(member, 6_000, 0);
        Sale half = assets.saleTo(member).goods(10_000).storedValue(4_000);
        assets.hold(half, member, 0, 4_000).expect(200);
        deliveries.deliver(half.paid());
        assertThat(assets.points(member)).isEqualTo(60);
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("pointsPaidEarns", true)));
        Sale byPoints = assets.saleTo(member).goods(5_000).points(60);
        assets.hold(byPoints, member, 60, 0).expect(200);
        deliveries.deliver(byPoints.paid());
        // 60 points paid 0.60: 50.60 count
        assertThat(assets.points(member)).isEqualTo(50);
    }

    @Test
    void anExpiryIsToldOnceForAMemberAndDueDateWhateverTheTimersDo() {
        assets.earn(member, 3_000);
        assets.earn(member, 2_000);
        Instant due = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advanceTo(due.minus(Duration.ofDays(31)));
        warnAll();
        assertThat(outbox.events(PointsExpiring.class, member.text())).isEmpty();
        clock.advanceTo(due.minus(Duration.ofDays(30)).plusSeconds(1));
        Assets.race(4, i -> () -> warnOfExpiry.warn(200));
        warnAll();
        List<PointsExpiring> warnings = outbox.events(PointsExpiring.class, member.text());
        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst().points()).isEqualTo(50);
        assertThat(warnings.getFirst().expiresAt()).isEqualTo(due);
    }

    @Test
    void pointsThatExpiredUnusedAreNoDebtWhenTheirOrderComesBackSweptOrNot() {
        Sale swept = assets.saleTo(member).goods(3_000);
        deliveries.deliver(swept.paid());
        MemberKey other = Sale.someone();
        Sale notSwept = assets.saleTo(other).goods(3_000);
        deliveries.deliver(notSwept.paid());
        clock.advance(Duration.ofDays(367));
        deliveries.deliver(notSwept.refund(1, 1, 3_000).full().event());
        while (expirePoints.expire(200) > 0) {
            // lots of other tests
        }
        deliveries.deliver(swept.refund(1, 1, 3_000).full().event());
        for (MemberKey one : List.of(member, other)) {
            assertThat(assets.points(one)).isZero();
            assertThat(assets.number("SELECT debt FROM points_account WHERE member_key = ?", one))
                    .isZero();
        }
    }

    @Test
    void pointsThatPaidForAReturnedPieceComeBackWithTheExpiryTheyHad() {
        assets.earn(member, 3_000);
        Instant first = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advance(Duration.ofDays(100));
        assets.earn(member, 2_000);
        Instant second = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        Sale sale = assets.saleTo(member).line("GIFT", "酒", 2, 0, null, null).points(50);
        assets.hold(sale, member, 50, 0).expect(200);
        deliveries.deliver(sale.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 0).points(25).event());
        deliveries.deliverTwice(sale.refund(1, 1, 0).points(25).full().event());
        assertThat(expiring(first)).isEqualTo(30);
        assertThat(expiring(second)).isEqualTo(20);
        assertThat(assets.points(member)).isEqualTo(50);
    }

    private long expiring(Instant at) {
        return assets.number(
                "SELECT SUM(remaining) FROM points_lot WHERE member_key = ? AND expires_at = TIMESTAMP '"
                        + at.toString().replace("T", " ").replace("Z", "") + "'",
                member);
    }

    @Test
    void aRechargeEarnsOnceWhereARuleNamesIt() {
        Map<String, Object> topUp = Map.of(
                "code",
                "TOPUP",
                "kind",
                "SPEND",
                "scope",
                Map.of("kinds", List.of("RECHARGE")),
                "points",
                1,
                "perMinor",
                1_000);
        rule(Map.of("pointsPerUnit", 1, "accrual", Map.of("rules", List.of(topUp))));
        Sale recharge = assets.saleTo(member).recharge(50_000, 0);
        deliveries.deliverTwice(recharge.paid());
        deliveries.deliverInParallel(recharge.paid(), 3);
        assertThat(assets.points(member)).isEqualTo(50);
    }

    @Test
    void aRuleThatCannotWorkIsRefusedWithItsField() {
        Map<String, Object> spend = Map.of("code", "TEA", "kind", "SPEND", "points", 3);
        assertThat(hq().with("Accept-Language", "en")
                        .put(
                                "/hq/v1/points-rule",
                                Map.of("pointsPerUnit", 1, "accrual", Map.of("rules", List.of(spend))))
                        .expectProblem(400, "POINTS_RULE_INVALID")
                        .json()
                        .path("facts")
                        .path("field")
                        .asString())
                .isEqualTo("accrual.rules[0].perMinor");
        hq().put("/hq/v1/points-rule", Map.of("pointsPerUnit", 1, "validityDays", 10, "usableAfterDays", 11))
                .expectProblem(400, "POINTS_RULE_INVALID");
    }

    private void warnAll() {
        while (warnOfExpiry.warn(200) > 0) {
            // lots of other tests
        }
    }

    private void rule(Map<String, Object> rule) {
        hq().put("/hq/v1/points-rule", new HashMap<>(rule)).expect(200);
    }

    private Api hq() {
        return api.as(TestCallers.headquarters());
    }

    private JsonNode statement() {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/points")
                .expect(200)
                .json();
    }
}
