package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.PointsChanged;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.OrderCancelled;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a hold: spent, released, expired, taken late, given back. */
class HoldOutcomeTest extends HoldCase {

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
