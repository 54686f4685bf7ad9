package io.mendian.member.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class PointsTest {

    private static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpirePoints expirePoints;

    @Autowired
    MovableClock clock;

    private final MemberKey member = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void pointsAreTheFloorOfWhatWasPaidAndRechargesEarnNone() {
        deliveries.deliverTwice(
                assets.saleTo(member).goods(12_399).recharge(50_000, 0).paid());
        assertThat(assets.points(member)).isEqualTo(123);
    }

    @Test
    void theLevelOfBeforeTheOrderMultiplies() {
        assets.earn(member, 100_000);
        assets.earn(member, 12_300);
        assertThat(assets.points(member)).isEqualTo(1_000 + 135);
    }

    @Test
    void anyOrderOfPartialRefundsEndsInTheSameState() {
        long[][] orders = {{333, 1_001, 98}, {98, 333, 1_001}, {1_001, 98, 333}};
        for (long[] parts : orders) {
            MemberKey someone = Sale.someone();
            Sale sale = assets.saleTo(someone).line("GOODS", "饮料", 9, 5_050, null, null);
            deliveries.deliver(sale.paid());
            for (long part : parts) {
                deliveries.deliverTwice(sale.refund(1, 1, part).event());
            }
            assertThat(assets.points(someone)).isEqualTo((5_050 - 1_432) / 100);
        }
    }

    @Test
    void aFullRefundTakesAllPointsBack() {
        Sale sale = assets.saleTo(member).goods(9_950);
        deliveries.deliver(sale.paid());
        deliveries.deliverInParallel(sale.refund(1, 1, 9_950).full().event(), 4);
        assertThat(assets.points(member)).isZero();
    }

    @Test
    void pointsSpentBeforeTheRefundBecomeADebtThatLaterEarningsPayFirst() {
        Sale sale = assets.saleTo(member).goods(10_000);
        deliveries.deliver(sale.paid());
        Sale spending =
                assets.saleTo(member).line("GIFT", "酒", 1, 0, null, null).points(80);
        assets.hold(spending, member, 80, 0).expect(200);
        deliveries.deliver(spending.paid());
        deliveries.deliverTwice(sale.refund(1, 1, 10_000).full().event());
        assertThat(assets.points(member)).isZero();
        assertThat(assets.number("SELECT debt FROM points_account WHERE member_key = ?", member))
                .isEqualTo(80);
        assets.earn(member, 5_000);
        assertThat(assets.points(member)).isZero();
        assets.earn(member, 4_500);
        assertThat(assets.points(member)).isEqualTo(15);
        assertThat(assets.number("SELECT debt FROM points_account WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void theOldestPointsAreSpentFirst() {
        assets.earn(member, 3_000);
        clock.advance(Duration.ofDays(3));
        assets.earn(member, 5_000);
        assets.hold(assets.saleTo(member), member, 40, 0).expect(200);
        assertThat(assets.number(
                        "SELECT held FROM points_lot WHERE member_key = ? ORDER BY expires_at LIMIT 1", member))
                .isEqualTo(30);
    }

    @Test
    void pointsOfDayDAreUsableUntilTheEndOfDayDPlus365WhateverTheTimerDid() {
        assets.earn(member, 3_000);
        Instant end = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
        clock.advanceTo(end.minusSeconds(60));
        assets.hold(assets.saleTo(member), member, 1, 0).expect(200);
        clock.advanceTo(end);
        assertThat(assets.points(member)).isEqualTo(30);
        assets.hold(assets.saleTo(member), member, 1, 0).expectProblem(409, "NOT_ENOUGH_POINTS");
        assertThat(statement("").path("usable").asLong()).isZero();
    }

    @Test
    void theTimerSweepsALotOnce() {
        assets.earn(member, 3_000);
        clock.advance(Duration.ofDays(367));
        assets.earn(member, 700);
        Assets.race(4, i -> () -> expirePoints.expire(200));
        expireAll();
        assertThat(assets.points(member)).isEqualTo(7);
        assertThat(assets.number(
                        "SELECT SUM(delta) FROM points_entry WHERE member_key = ? AND cause_type = 'EXPIRE'", member))
                .isEqualTo(-30);
    }

    @Test
    void heldPointsOutliveTheirDayUntilTheOrderIsPaid() {
        assets.earn(member, 3_000);
        clock.advanceTo(DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366)).minusSeconds(60));
        Sale sale = assets.saleTo(member).line("GIFT", "酒", 1, 0, null, null).points(10);
        assets.hold(sale, member, 10, 0).expect(200);
        clock.advance(Duration.ofSeconds(120));
        expireAll();
        deliveries.deliver(sale.paid());
        assertThat(assets.points(member)).isEqualTo(20);
        expireAll();
        assertThat(assets.points(member)).isZero();
    }

    /** The other tests' points end on the same day, and a round takes so many. */
    private void expireAll() {
        while (expirePoints.expire(200) > 0) {
            // more may be left
        }
    }

    @Test
    void theStatementSumsToTheBalanceOverAllPages() {
        for (int i = 1; i <= 7; i++) {
            assets.earn(member, 100L * i);
        }
        long sum = 0;
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = statement("?limit=3" + cursor);
            for (JsonNode entry : page.path("entries")) {
                sum += entry.path("delta").asLong();
                ids.add(entry.path("id").asString());
            }
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(sum).isEqualTo(28).isEqualTo(statement("").path("balance").asLong());
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void theRuleIsSetByHeadquartersAndARefundKeepsTheRuleOfItsOrder() {
        Sale sale = assets.saleTo(member).line("GOODS", "特价-" + member, 2, 10_000, null, null);
        deliveries.deliver(sale.paid());
        JsonNode before = api.as(TestCallers.headquarters())
                .get("/hq/v1/points-rule")
                .expect(200)
                .json();
        api.as(TestCallers.headquarters())
                .put("/hq/v1/points-rule", Map.of("pointsPerUnit", 2, "excludedCategories", List.of("特价-" + member)))
                .expect(200);
        try {
            deliveries.deliver(assets.saleTo(member)
                    .line("GOODS", "特价-" + member, 1, 10_000, null, null)
                    .paid());
            assertThat(assets.points(member)).isEqualTo(100);
            deliveries.deliver(assets.saleTo(member).goods(10_000).paid());
            assertThat(assets.points(member)).isEqualTo(300);
            deliveries.deliver(sale.refund(1, 1, 5_000).event());
            assertThat(assets.points(member)).isEqualTo(250);
        } finally {
            api.as(TestCallers.headquarters()).put("/hq/v1/points-rule", before).expect(200);
        }
    }

    @Test
    void aRuleOutOfRangeIsRefusedWithItsField() {
        assertThat(api.as(TestCallers.headquarters())
                        .put("/hq/v1/points-rule", Map.of("pointsPerUnit", 1, "capPermille", 1_001))
                        .expectProblem(400, "INVALID_REQUEST")
                        .json()
                        .path("fields")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("capPermille");
    }

    private JsonNode statement(String query) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/points" + query)
                .expect(200)
                .json();
    }
}
