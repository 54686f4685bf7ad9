package io.mendian.member.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AssetRefundTest extends AssetRefundCase {

    @Test
    void anUntouchedRechargeComesBackInFullWithinSevenDays() {
        Sale sale = recharged();
        clock.advance(Duration.ofDays(6));
        JsonNode quote = quote(sale, "CONSUMER", 10_000).expect(200).json();
        assertThat(quote.path("formula").asString()).isEqualTo("SEVEN_DAYS");
        assertThat(quote.path("refundMinor").asLong()).isEqualTo(10_000);
        assertThat(quote.path("takesBack").path("bonusMinor").asLong()).isEqualTo(1_000);
        assertThat(quote.path("steps").get(0).path("text").asString()).isEqualTo("已付款");
        clock.advance(Duration.ofDays(2));
        assertThat(quote(sale, "CONSUMER", 10_000)
                        .expect(200)
                        .json()
                        .path("formula")
                        .asString())
                .isEqualTo("CONSUMER_REASON");
    }

    @Test
    void theTwoCausesAreReckonedByTheirTwoFormulas() {
        Sale sale = recharged();
        spend(5_500);
        assertThat(quote(sale, "MERCHANT", 10_000).json().path("refundMinor").asLong())
                .isEqualTo(5_000);
        assertThat(quote(sale, "CONSUMER", 10_000).json().path("refundMinor").asLong())
                .isEqualTo(4_500);
    }

    @Test
    void whatIsTakenBackIsSetAsideOnceAndGoesWithTheRefundedOrder() {
        Sale sale = recharged();
        spend(1_100);
        refund(sale, "MERCHANT", 10_000, 9_001).expectProblem(409, "ASSET_REFUND_CHANGED");
        List<Race.Outcome<Integer>> outcomes =
                Race.run(8, i -> () -> refund(sale, "MERCHANT", 10_000, 9_000).status());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(balance("held_principal_minor + held_bonus_minor")).isEqualTo(9_900);
        assets.hold(assets.saleTo(member), member, 0, 1).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        refundAs(Long.toString(Ids.next()), sale, "MERCHANT", 10_000, 9_000).expectProblem(409, "ASSET_REFUND_RUNNING");
        OrderRefunded refunded = sale.refund(1, 1, 10_000).id(refundId).full().event();
        deliveries.deliverTwice(refunded);
        Assets.race(4, i -> () -> deliveries.deliver(refunded));
        assertThat(balance("principal_minor + bonus_minor")).isZero();
        assertThat(balance("held_principal_minor + held_bonus_minor")).isZero();
        refundAs(Long.toString(Ids.next()), sale, "MERCHANT", 10_000, 0).expectProblem(409, "ASSET_REFUNDED");
        assertThat(refund(sale, "MERCHANT", 10_000, 9_000)
                        .expect(200)
                        .json()
                        .path("refundMinor")
                        .asLong())
                .isEqualTo(9_000);
    }

    @Test
    void aRefundThatIsGivenUpFreesEverythingOnce() {
        Sale sale = recharged();
        refund(sale, "CONSUMER", 10_000, 10_000).expect(200);
        Assets.race(6, i -> () -> release().expect(204));
        release().expect(204);
        assertThat(balance("held_principal_minor + held_bonus_minor")).isZero();
        refund(sale, "CONSUMER", 10_000, 10_000).expectProblem(409, "ASSET_REFUND_ENDED");
        refundAs(Long.toString(Ids.next()), sale, "CONSUMER", 10_000, 10_000).expect(200);
    }

    @Test
    void spendingAndRefundingAtTheSameInstantNeverGiveTheSameMoneyTwice() {
        for (int round = 0; round < 4; round++) {
            MemberKey someone = Sale.someone();
            Sale sale = assets.saleTo(someone).recharge(10_000, 1_000);
            deliveries.deliver(sale.paid());
            Sale spending = assets.saleTo(someone).goods(11_000).storedValue(11_000);
            String id = Long.toString(Ids.next());
            List<Race.Outcome<Integer>> outcomes = Race.run(
                    2,
                    i -> () -> i == 0
                            ? assets.hold(spending, someone, 0, 11_000).status()
                            : refundAs(id, sale, "CONSUMER", 10_000, 10_000).status());
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> outcome.value() == 409))
                    .hasSize(1);
        }
    }

    @Test
    void aRechargeGivesBackOnlyWhatIsLeftOfItself() {
        Sale first = recharged();
        Sale second = assets.saleTo(member).recharge(20_000, 0);
        deliveries.deliver(second.paid());
        spend(12_000);
        clock.advance(Duration.ofDays(8));
        JsonNode old = quote(first, "CONSUMER", 10_000).json();
        JsonNode young = quote(second, "CONSUMER", 20_000).json();
        long left = old.path("takesBack").path("principalMinor").asLong()
                + young.path("takesBack").path("principalMinor").asLong();
        assertThat(left).isEqualTo(balance("principal_minor"));
        assertThat(old.path("takesBack").path("principalMinor").asLong()).isZero();
    }
}
