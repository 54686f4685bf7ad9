package io.mendian.marketing.budget;

import static io.mendian.marketing.Marketing.basket;
import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.refunded;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.OrderId;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PromotionBudgetTest extends PromotionBudgetCase {

    @Test
    void ofFortyParallelOrdersNoMoreThanTheMoneyIsKept() {
        limit(Map.of("moneyMinor", 2_050)).expect(200);
        var outcomes =
                Race.run(40, i -> () -> hold(newOrder(), newMember(), 300).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(6);
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200, 409);
        assertKept(1_800, 6);
    }

    @Test
    void ofTwentyParallelOrdersOfOneMemberTwoAreServed() {
        limit(Map.of("usesPerMember", 2, "uses", 50)).expect(200);
        var outcomes = Race.run(20, i -> () -> hold(newOrder(), member, 300).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(2);
        hold(newOrder(), member, 300).expectProblem(409, "PROMOTION_MEMBER_LIMIT");
        assertKept(600, 2);
    }

    @Test
    void theSameHoldIsKeptOnce() {
        limit(Map.of("moneyMinor", 1_000)).expect(200);
        var outcomes = Race.run(6, i -> () -> hold(order, member, 300).status());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200);
        hold(order, member, 301).expectProblem(409, "PROMOTION_HOLD_DIFFERS");
        assertKept(300, 1);
    }

    @Test
    void cancelledGivesItBackOnceAndPaidKeepsIt() {
        limit(Map.of("moneyMinor", 1_000)).expect(200);
        hold(order, member, 300).expect(200);
        OrderId other = newOrder();
        hold(other, member, 400).expect(200);
        deliveries.deliverInParallel(cancelled(order), 5);
        deliveries.deliverTwice(cancelled(order));
        deliveries.deliverTwice(paid(other, member, 900, clock.instant()));
        deliveries.deliver(cancelled(other));
        assertKept(400, 1);
        hold(order, member, 300).expectProblem(409, "PROMOTION_HOLD_ENDED");
    }

    @Test
    void aFullRefundGivesItBackOnce() {
        limit(Map.of("moneyMinor", 1_000, "usesPerMember", 1)).expect(200);
        hold(order, member, 300).expect(200);
        deliveries.deliver(paid(order, member, 900, clock.instant()));
        deliveries.deliverInParallel(refunded(order, member, clock.instant(), true), 5);
        deliveries.deliverTwice(refunded(order, member, clock.instant(), true));
        assertKept(0, 0);
        hold(newOrder(), member, 300).expect(200);
    }

    @Test
    void anOverdueHoldIsFreedAndLatePaymentTakesWhatIsLeft() {
        limit(Map.of("uses", 1)).expect(200);
        OrderId late = newOrder();
        machine(api)
                .post(
                        "/internal/v1/promotion-holds",
                        body(late, member, 300, clock.instant().plusSeconds(30)))
                .expect(200);
        clock.advance(Duration.ofSeconds(31));
        expire.expire(1_000);
        assertKept(0, 0);
        deliveries.deliverTwice(paid(late, member, 900, clock.instant()));
        assertKept(300, 1);
    }

    @Test
    void latePaymentOfWhatOthersHaveTakenMeanwhileIsToldOnceAndLaterGivesNothingBack() {
        limit(Map.of("uses", 1)).expect(200);
        OrderId late = newOrder();
        machine(api)
                .post(
                        "/internal/v1/promotion-holds",
                        body(late, member, 300, clock.instant().plusSeconds(30)))
                .expect(200);
        clock.advance(Duration.ofSeconds(31));
        expire.expire(1_000);
        hold(order, newMember(), 400).expect(200);
        deliveries.deliverTwice(paid(late, member, 900, clock.instant()));
        deliveries.deliver(paid(late, member, 900, clock.instant()));
        assertThat(List.of(kept("keptMinor"), kept("keptUses"))).containsExactly(400L, 1L);
        assertThat(machine(api).get("/internal/v1/books").expect(200).body())
                .contains("order " + late + " promotion " + promotion);
        assertThat(api.as(TestCallers.headquarters())
                        .get("/hq/v1/alarms/marketing")
                        .expect(200)
                        .body())
                .containsOnlyOnce(late + ":" + promotion);
        deliveries.deliverTwice(refunded(late, member, clock.instant(), true));
        assertThat(List.of(kept("keptMinor"), kept("keptUses"))).containsExactly(400L, 1L);
    }

    @Test
    void aQuoteLeavesOutWhatIsSpentButNotItsOwnHold() {
        limit(Map.of("moneyMinor", 450)).expect(200);
        Map<String, Object> basket = basket(member, clock.instant(), line("a", sku, 1, 2_000));
        JsonNode first = quote(api, basket);
        assertThat(first.path("promotionDiscountsMinor").path(promotion).asLong())
                .isEqualTo(300);
        hold(order, member, 300).expect(200);
        JsonNode second = quote(api, basket);
        assertThat(second.path("payableMinor").asLong()).isEqualTo(2_000);
        assertThat(second.path("notApplied")
                        .valueStream()
                        .map(each -> each.path("code").asString()))
                .contains("BUDGET_SPENT");
        assertThat(quote(api, with(basket, "holdId", order.text()))).isEqualTo(first);
    }

    @Test
    void ordersFromBeforeTheFirstBudgetDoNotCountNorGiveBack() {
        hold(order, member, 300).expect(200);
        limit(Map.of("moneyMinor", 1_000)).expect(200);
        hold(newOrder(), member, 400).expect(200);
        deliveries.deliver(cancelled(order));
        assertKept(400, 1);
    }

    @Test
    void aBudgetDoesNotFallBelowWhatIsKept() {
        limit(Map.of("moneyMinor", 1_000)).expect(200);
        hold(order, member, 300).expect(200);
        limit(Map.of("moneyMinor", 299)).expectProblem(409, "PROMOTION_BUDGET_TOO_SMALL");
        limit(Map.of("moneyMinor", 300)).expect(200);
        limit(Map.of("moneyPerDayMinor", 299)).expectProblem(409, "PROMOTION_BUDGET_TOO_SMALL");
        limit(Map.of("usesPerWeek", 0)).expectProblem(409, "PROMOTION_BUDGET_TOO_SMALL");
        limit(Map.of("moneyPerDayMinor", 300, "usesPerWeek", 1)).expect(200);
        api.as(TestCallers.headquarters())
                .put("/hq/v1/promotions/4242/budget", Map.of("uses", 1))
                .expectProblem(404, "PROMOTION_UNKNOWN");
    }

    @Test
    void aPromotionForAMeansOfPaymentNeedsIt() {
        promotion(
                Map.of("audience", Map.of("tenders", List.of("STORED_VALUE")), "stacking", Map.of("category", "PAY")));
        Map<String, Object> basket = basket(member, clock.instant(), line("a", sku, 1, 2_000));
        assertThat(quote(api, basket).path("payableMinor").asLong()).isEqualTo(1_700);
        assertThat(quote(api, with(basket, "payWith", List.of("STORED_VALUE")))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(1_400);
    }
}
