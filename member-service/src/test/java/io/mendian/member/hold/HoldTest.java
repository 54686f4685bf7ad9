package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class HoldTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    MovableClock clock;

    @Autowired
    OutboxProbe outbox;

    private final MemberKey member = Sale.someone();

    @BeforeEach
    void theMemberHasAThousandPointsAndElevenThousandStored() {
        assets.earn(member, 90_000);
        assets.earn(member, 10_000);
        assets.recharge(member, 10_000, 1_000);
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void theContextShowsWhatACheckoutMayUse() {
        MemberKey buyer = assets.joined();
        assets.earn(buyer, 100_000);
        assets.recharge(buyer, 10_000, 1_000);
        assets.hold(assets.saleTo(buyer), buyer, 300, 1_100).expect(200);
        assets.asOrderService().get("/internal/v1/members/1/checkout-context").expectProblem(404, "NOT_FOUND");
        JsonNode context = assets.asOrderService()
                .get("/internal/v1/members/" + buyer + "/checkout-context")
                .expect(200)
                .json();
        assertThat(context.path("memberKey").asString()).isEqualTo(buyer.text());
        assertThat(context.path("level").asString()).isEqualTo("SILVER");
        assertThat(context.path("levelPricePermille").asInt()).isEqualTo(980);
        assertThat(context.path("pointsBalance").asLong()).isEqualTo(700);
        assertThat(context.path("pointsCapPermille").asInt()).isEqualTo(500);
        assertThat(context.path("principalMinor").asLong()).isEqualTo(9_000);
        assertThat(context.path("bonusMinor").asLong()).isEqualTo(900);
    }

    @Test
    void theContextCountsOrdersThatArePaidAndNotFullyRefunded() {
        MemberKey buyer = assets.joined();
        assertThat(paidOrders(buyer)).isZero();
        assets.recharge(buyer, 5_000, 0);
        assertThat(paidOrders(buyer)).isZero();
        Sale sale = assets.saleTo(buyer).line("GOODS", "茶", 2, 4_000, null, null);
        deliveries.deliverInParallel(sale.paid(), 3);
        assertThat(paidOrders(buyer)).isEqualTo(1);
        deliveries.deliver(sale.refund(1, 1, 2_000).event());
        assertThat(paidOrders(buyer)).isEqualTo(1);
        deliveries.deliverTwice(sale.refund(1, 1, 2_000).full().event());
        assertThat(paidOrders(buyer)).isZero();
    }

    private long paidOrders(MemberKey buyer) {
        return assets.asOrderService()
                .get("/internal/v1/members/" + buyer + "/checkout-context")
                .expect(200)
                .json()
                .path("paidOrders")
                .asLong(-1);
    }

    @Test
    void aHoldTakesPointsAndStoredValueOrNeither() {
        Sale sale = assets.saleTo(member);
        Api.Answer refused = assets.hold(sale, member, 1_000, 11_001).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        assertThat(refused.json().path("facts").path("left").asLong()).isEqualTo(11_000);
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
        assertThat(assets.hold(sale, member, 1_001, 1)
                        .expectProblem(409, "NOT_ENOUGH_POINTS")
                        .json()
                        .path("facts")
                        .path("left")
                        .asLong())
                .isEqualTo(1_000);
        JsonNode held = assets.hold(sale, member, 1_000, 11_000).expect(200).json();
        assertThat(held.path("principalMinor").asLong()).isEqualTo(10_000);
        assertThat(held.path("bonusMinor").asLong()).isEqualTo(1_000);
        assertThat(assets.freePoints(member)).isZero();
    }

    @Test
    void theSameIdIsTheSameHoldAndOtherContentIsRefused() {
        Sale sale = assets.saleTo(member);
        Api.Answer first = assets.hold(sale, member, 400, 0).expect(200);
        assertThat(assets.hold(sale, member, 400, 0).expect(200).body()).isEqualTo(first.body());
        assets.hold(sale, member, 401, 0).expectProblem(409, "HOLD_DIFFERS");
        assets.hold(sale, Sale.someone(), 400, 0).expectProblem(409, "HOLD_DIFFERS");
        assertThat(assets.freePoints(member)).isEqualTo(600);
    }

    @Test
    void sixteenRequestsWithOneIdAreOneHold() {
        Sale sale = assets.saleTo(member);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> assets.hold(sale, member, 100, 550).status());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(assets.freePoints(member)).isEqualTo(900);
        assertThat(assets.number("SELECT COUNT(*) FROM asset_hold WHERE member_key = ?", member))
                .isEqualTo(1);
    }

    @Test
    void parallelHoldsNeverTakeMoreThanThereIs() {
        List<Race.Outcome<Integer>> outcomes = Race.run(
                16,
                i -> () -> assets.hold(assets.saleTo(member), member, 130, 0).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(7);
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 409)).hasSize(9);
        assertThat(assets.freePoints(member)).isEqualTo(90);
        assertThat(assets.number("SELECT SUM(held) FROM points_lot WHERE member_key = ?", member))
                .isEqualTo(910);
    }

    @Test
    void parallelSpendsOfStoredValueNeverGoBelowZero() {
        List<Sale> sales = java.util.stream.IntStream.range(0, 16)
                .mapToObj(i -> assets.saleTo(member).goods(3_000).storedValue(3_000))
                .toList();
        List<Race.Outcome<Integer>> outcomes = Race.run(16, i -> () -> {
            int status = assets.hold(sales.get(i), member, 0, 3_000).status();
            if (status == 200) {
                deliveries.deliver(sales.get(i).paid());
            }
            return status;
        });
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 409)).hasSize(13);
        assertThat(assets.number("SELECT SUM(delta_minor) FROM wallet_entry WHERE member_key = ?", member))
                .isEqualTo(2_000);
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(2_000);
        assertThat(assets.number("SELECT COUNT(*) FROM asset_shortage WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void aPaidOrderSpendsItsHoldOnce() {
        Sale sale = assets.saleTo(member)
                .line("GOODS", "酒", 1, 5_500, null, null)
                .points(250)
                .storedValue(5_500);
        assets.hold(sale, member, 250, 5_500).expect(200);
        deliveries.deliverTwice(sale.paid());
        deliveries.deliverInParallel(sale.paid(), 4);
        assertThat(assets.number(
                        "SELECT SUM(delta) FROM points_entry WHERE member_key = ? AND cause_type = 'HOLD'", member))
                .isEqualTo(-250);
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(5_000);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(500);
        assertThat(outbox.events(StoredValueChanged.class, member.text())).hasSize(2);
        assertThat(outbox.events(PointsChanged.class, member.text())).hasSize(4);
    }

    @Test
    void aReleasedHoldIsFreeAgainOnce() {
        Sale sale = assets.saleTo(member);
        assets.hold(sale, member, 600, 2_200).expect(200);
        Assets.race(
                8,
                i -> () -> assets.asOrderService()
                        .delete("/internal/v1/holds/" + sale.orderId())
                        .expect(204));
        deliveries.deliverTwice(new OrderCancelled(sale.orderId(), Sale.STORE, member, "CUSTOMER", clock.instant()));
        assets.asOrderService().delete("/internal/v1/holds/" + sale.orderId()).expect(204);
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
        assets.hold(sale, member, 600, 2_200).expectProblem(409, "HOLD_ENDED");
    }

    @Test
    void anExpiredHoldIsFreeAgain() {
        Sale sale = assets.saleTo(member);
        assets.hold(sale, member, 600, 2_200).expect(200);
        clock.advance(Duration.ofSeconds(901));
        Assets.race(4, i -> () -> expireHolds.expire(200));
        expireHolds.expire(200);
        assertThat(assets.freePoints(member)).isEqualTo(1_000);
        assertThat(assets.number("SELECT held_principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void aHoldThatExpiredIsTakenLateWhenTheBalanceStillSuffices() {
        Sale sale = assets.saleTo(member).goods(100).points(600).storedValue(2_200);
        assets.hold(sale, member, 600, 2_200).expect(200);
        clock.advance(Duration.ofSeconds(901));
        expireHolds.expire(200);
        deliveries.deliverTwice(sale.paid());
        assertThat(assets.points(member)).isEqualTo(401);
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(8_000);
        assertThat(assets.number("SELECT COUNT(*) FROM asset_shortage WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void aHoldThatExpiredAndCannotBeTakenLeavesAShortageAndAnAlarm() {
        Sale late = assets.saleTo(member)
                .line("GIFT", "酒", 1, 0, null, null)
                .points(600)
                .storedValue(2_200);
        assets.hold(late, member, 600, 2_200).expect(200);
        clock.advance(Duration.ofSeconds(901));
        expireHolds.expire(200);
        Sale faster = assets.saleTo(member);
        assets.hold(faster, member, 500, 0).expect(200);
        deliveries.deliverTwice(late.paid());
        assertThat(assets.number("SELECT points_short FROM asset_shortage WHERE member_key = ?", member))
                .isEqualTo(600);
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(8_000);
        assertThat(assets.points(member)).isEqualTo(1_000);
        Api hq = api.as(TestCallers.headquarters());
        JsonNode alarm =
                hq.get("/hq/v1/alarms/member").expect(200).json().path("alarms").get(0);
        assertThat(alarm.path("kind").asString()).isEqualTo("ASSET_SHORTAGE");
        assertThat(alarm.path("subject").asString()).isEqualTo(late.orderId().text());
        String path = "/hq/v1/alarms/member/" + alarm.path("id").asString() + "/clear";
        hq.post(path, Map.of("reason", "补收现金")).expect(204);
        hq.post(path, Map.of("reason", "补收现金")).expectProblem(404, "NOT_FOUND");
        assertThat(assets.number("SELECT settled_at IS NOT NULL FROM asset_shortage WHERE member_key = ?", member))
                .isEqualTo(1);
    }

    @Test
    void anOrderPaidWithoutAnyHoldIsTakenAllTheSame() {
        Sale sale = assets.saleTo(member).goods(100).points(10).storedValue(1_100);
        deliveries.deliverTwice(sale.paid());
        assertThat(assets.points(member)).isEqualTo(991);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(900);
    }

    @Test
    void payingAndExpiringAtTheSameInstantSpendsExactlyOnce() {
        for (int round = 0; round < 5; round++) {
            Sale sale =
                    assets.saleTo(member).line("GIFT", "酒", 1, 0, null, null).points(100);
            assets.hold(sale, member, 100, 0).expect(200);
            clock.advance(Duration.ofSeconds(901));
            Assets.race(4, i -> () -> {
                if (i % 2 == 0) {
                    expireHolds.expire(200);
                } else {
                    deliveries.deliver(sale.paid());
                }
                return true;
            });
            assertThat(assets.points(member)).isEqualTo(900 - 100L * round);
            assertThat(assets.freePoints(member)).isEqualTo(900 - 100L * round);
        }
    }

    @Test
    void storedValueComesBackInTheSharesItCameFromAndEndsExactly() {
        Sale sale = assets.saleTo(member)
                .line("GOODS", "饮料", 3, 1_000, null, null)
                .storedValue(1_000)
                .points(30);
        assets.hold(sale, member, 30, 1_000).expect(200);
        deliveries.deliver(sale.paid());
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(9_091);
        deliveries.deliverTwice(
                sale.refund(1, 1, 333).storedValue(333).points(10).event());
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(9_394);
        deliveries.deliver(
                sale.refund(1, 2, 667).storedValue(667).points(20).full().event());
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(10_000);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(1_000);
        assertThat(assets.points(member)).isEqualTo(1_000);
    }

    @Test
    void aRefundNeverGivesBackMoreThanTheOrderTook() {
        Sale sale = assets.saleTo(member).goods(1_000).storedValue(1_000);
        assets.hold(sale, member, 0, 1_000).expect(200);
        deliveries.deliver(sale.paid());
        deliveries.deliver(sale.refund(1, 1, 1_000).storedValue(1_500).full().event());
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(11_000);
    }
}
