package io.mendian.marketing.budget;

import static io.mendian.marketing.Marketing.basket;
import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Budgets of a day, a week, a member, and of the first order. */
class PromotionBudgetPeriodsTest extends PromotionBudgetCase {

    @Test
    void ofTwoHundredParallelOrdersTheDayTakesItsMoneyAndTheNextDayTakesAgain() {
        limit(Map.of("moneyPerDayMinor", 2_050, "usesPerWeek", 10)).expect(200);
        toNextWeek();
        var outcomes = Race.run(200, i -> this::toldWhetherHeld);
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(6);
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsOnly(200, 409);
        hold(newOrder(), newMember(), 300).expectProblem(409, "PROMOTION_BUDGET_SPENT");
        assertKept(1_800, 6);
        toNextDay();
        Race.run(20, i -> () -> hold(newOrder(), newMember(), 300).status());
        // four more fill the week
        assertKept(3_000, 10);
        assertThat(kept("keptTodayMinor")).isEqualTo(1_200);
        assertThat(kept("keptThisWeekUses")).isEqualTo(10);
        toNextWeek();
        hold(newOrder(), newMember(), 300).expect(200);
        assertThat(kept("keptThisWeekUses")).isEqualTo(1);
    }

    /** Under REPEATABLE READ a crowd may be told to come again, and does. */
    private int toldWhetherHeld() {
        OrderId mine = newOrder();
        MemberKey me = newMember();
        int status = hold(mine, me, 300).status();
        while (status == 503) {
            status = hold(mine, me, 300).status();
        }
        return status;
    }

    @Test
    void whatIsGivenBackGoesToTheDayThatKeptIt() {
        limit(Map.of("usesPerDay", 1)).expect(200);
        toNextWeek();
        hold(order, member, 300).expect(200);
        toNextDay();
        OrderId today = newOrder();
        hold(today, newMember(), 400).expect(200);
        deliveries.deliverInParallel(cancelled(order), 4);
        assertThat(kept("keptTodayMinor")).isEqualTo(400);
        assertThat(kept("keptThisWeekMinor")).isEqualTo(400);
        hold(newOrder(), member, 300).expectProblem(409, "PROMOTION_BUDGET_SPENT");
        deliveries.deliverTwice(cancelled(today));
        hold(newOrder(), member, 300).expect(200);
        assertKept(300, 1);
    }

    @Test
    void aMembersMoneyHoldsWhateverTheCrowd() {
        limit(Map.of("moneyPerMemberMinor", 1_000)).expect(200);
        Race.run(30, i -> () -> hold(newOrder(), member, 300).status());
        assertKept(900, 3);
        hold(newOrder(), member, 300).expectProblem(409, "PROMOTION_MEMBER_LIMIT");
        hold(newOrder(), member, 100).expect(200);
    }

    @Test
    void aQuoteKnowsTheBudgetOfTheDay() {
        limit(Map.of("moneyPerDayMinor", 500)).expect(200);
        Map<String, Object> basket = basket(member, clock.instant(), line("a", sku, 1, 2_000));
        hold(order, newMember(), 300).expect(200);
        assertThat(quote(api, basket).path("payableMinor").asLong()).isEqualTo(2_000);
        assertThat(quote(api, with(basket, "holdId", order.text()))
                        .path("payableMinor")
                        .asLong())
                .isEqualTo(1_700);
    }

    @Test
    void aLimitThatComesBetweenParallelOrdersIsKept() {
        limit(Map.of("moneyPerDayMinor", 100_000)).expect(200);
        var outcomes = Race.run(
                40,
                i -> () -> i % 8 == 7
                        ? limit(Map.of("moneyPerDayMinor", 1_500)).status()
                        : hold(newOrder(), newMember(), 300).status());
        long kept = kept("keptTodayMinor");
        boolean lowered =
                outcomes.stream().anyMatch(each -> Integer.valueOf(200).equals(each.value()))
                        && api.as(TestCallers.headquarters())
                                        .get("/hq/v1/promotions/" + promotion + "/budget")
                                        .json()
                                        .path("limits")
                                        .path("moneyPerDayMinor")
                                        .asLong()
                                == 1_500;
        assertThat(kept).isLessThanOrEqualTo(lowered ? 1_500 : 100_000);
        assertKept(kept, kept / 300);
    }

    @Test
    void aFirstOrderIsOneOrder() {
        String first = promotion(Map.of("audience", Map.of("firstOrder", true), "stacking", Map.of("category", "NEW")));
        String other = promotion(Map.of("audience", Map.of("firstOrder", true), "stacking", Map.of("category", "N2")));
        var outcomes = Race.run(
                20, i -> () -> holdOf(i % 2 == 0 ? first : other, newOrder()).status());
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(Integer.valueOf(200)::equals))
                .hasSize(1);
        holdOf(first, order).expectProblem(409, "FIRST_ORDER_TAKEN");
        MemberKey another = newMember();
        Map<String, Object> both = Map.of(
                "holdId", order.text(),
                "memberKey", another.text(),
                "discountsMinor", Map.of(first, 300, other, 100),
                "expiresAt", FAR.toString());
        machine(api).post("/internal/v1/promotion-holds", both).expect(200);
        machine(api).post("/internal/v1/promotion-holds", both).expect(200);
        deliveries.deliverTwice(new OrderCancelled(order, StoreId.of(7001), another, "CUSTOMER", clock.instant()));
        machine(api)
                .post(
                        "/internal/v1/promotion-holds",
                        with(both, "holdId", newOrder().text()))
                .expect(200);
        assertThat(machine(api).get("/internal/v1/books").expect(200).body())
                .doesNotContain("member " + another.text())
                .doesNotContain("member " + member.text());
    }
}
