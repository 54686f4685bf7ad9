package io.mendian.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Budgets of promotions are held with the order, and free again without it. */
@MendianTest
class BudgetHoldTest extends PromiseSteps {

    @Test
    void sixteenOrdersKeepNoMoreOfABudgetThanItHas() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        String promotion = promotion(tea, 100, null, 500);
        List<Race.Outcome<Api.Answer>> outcomes = Race.run(16, i -> () -> place(shop.member(0, 0), basket(store, tea)));
        assertThat(marketing.kept(promotion)).isLessThanOrEqualTo(500);
        assertThat(number("SELECT COALESCE(SUM(discount_minor - 100), 0) FROM sales_order WHERE status ="
                        + " 'PENDING_PAYMENT' AND store_id = " + store.value()))
                .isEqualTo(marketing.kept(promotion));
        outcomes.stream()
                .map(Race.Outcome::value)
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> {
                    JsonNode facts =
                            answer.expectProblem(409, "PROMOTION_SPENT").json().path("facts");
                    assertThat(facts.path("expectedMinor").asLong()).isEqualTo(800);
                    assertThat(facts.path("payableMinor").asLong()).isEqualTo(900);
                });
    }

    @Test
    void aBudgetThatWasSpentMeanwhileIsRefusedWithTheNewPriceAndEverythingIsFree() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        String promotion = promotion(tea, 100, null, 100);
        MemberKey member = shop.member(500, 0);
        String coupon = "OFF-50-" + Shop.id();
        Map<String, Object> wish = with(with(basket(store, tea), "couponIds", List.of(coupon)), "usePoints", 100);
        // somebody takes the budget between this order's quote and its hold
        marketing.spendsBehindTheQuote(promotion, 100);
        Api mine = api.as(TestCallers.member(member)).withKey("key-" + Shop.id());
        JsonNode facts = mine.post("/app/v1/orders", wish)
                .expectProblem(409, "PROMOTION_SPENT")
                .json()
                .path("facts");
        // 900 - 100 - 50 - 1.00 by points; without the promotion 100 more
        assertThat(facts.path("expectedMinor").asLong()).isEqualTo(650);
        assertThat(facts.path("payableMinor").asLong()).isEqualTo(750);
        assertThat(marketing.isHeld(coupon)).isFalse();
        // the same request again gets the same answer
        mine.post("/app/v1/orders", wish).expectProblem(409, "PROMOTION_SPENT");
        place(member, with(wish, "expectedPayableMinor", 750)).expect(201);
    }

    @Test
    void aCancelledOrderFreesItsBudgetAtOnceWhenItWasRefused() {
        StoreId store = shop.store();
        SkuId tea = shop.goods(1000);
        String promotion = promotion(tea, 100, null, 1000);
        MemberKey poor = shop.member(0, 100);
        place(poor, with(basket(store, tea), "storedValueMinor", 200)).expectProblem(409, "NOT_ENOUGH_STORED_VALUE");
        assertThat(marketing.kept(promotion)).isZero();
    }
}
