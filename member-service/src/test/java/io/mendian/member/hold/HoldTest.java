package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HoldTest extends HoldCase {

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

    @Test
    void aHoldTakesPointsAndStoredValueOrNeither() {
        Sale sale = assets.saleTo(member);
        Api.Answer refused = assets.hold(sale, member, 1_000, 11_001).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        assertThat(refused.json().path("facts").path("leftMinor").asLong()).isEqualTo(11_000);
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
}
