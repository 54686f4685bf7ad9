package io.mendian.member.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What headquarters may set beyond the plain rule, from the order to the ledger. */
class EarningRulesTest extends EarningRulesCase {

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
}
