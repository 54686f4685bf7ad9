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

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class PromotionBudgetTest {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpirePromotionHolds expire;

    private final long sku = Ids.next();
    private final MemberKey member = newMember();
    private final OrderId order = newOrder();
    private String promotion;

    @BeforeEach
    void aPromotion() {
        promotion = promotion(Map.of());
    }

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

    @Test
    void ofTwoHundredParallelOrdersTheDayTakesItsMoneyAndTheNextDayTakesAgain() {
        limit(Map.of("moneyPerDayMinor", 2_050, "usesPerWeek", 10)).expect(200);
        toNextWeek();
        var outcomes =
                Race.run(200, i -> () -> hold(newOrder(), newMember(), 300).status());
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

    private Api.Answer holdOf(String id, OrderId order) {
        return machine(api)
                .post(
                        "/internal/v1/promotion-holds",
                        Map.of(
                                "holdId", order.text(),
                                "memberKey", member.text(),
                                "discountsMinor", Map.of(id, 300),
                                "expiresAt", FAR.toString()));
    }

    private void toNextDay() {
        LocalDate today = clock.instant().atZone(CHINA).toLocalDate();
        advanceTo(today.plusDays(1));
    }

    private void toNextWeek() {
        LocalDate today = clock.instant().atZone(CHINA).toLocalDate();
        advanceTo(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    /** To the first instant of a day of the chain. */
    private void advanceTo(LocalDate day) {
        clock.advance(Duration.between(clock.instant(), day.atStartOfDay(CHINA).toInstant()));
    }

    private long kept(String field) {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/promotions/" + promotion + "/budget")
                .expect(200)
                .json()
                .path(field)
                .asLong();
    }

    private void assertKept(long minor, long uses) {
        JsonNode budget = api.as(TestCallers.headquarters())
                .get("/hq/v1/promotions/" + promotion + "/budget")
                .expect(200)
                .json();
        assertThat(List.of(
                        budget.path("keptMinor").asLong(),
                        budget.path("keptUses").asLong()))
                .containsExactly(minor, uses);
        JsonNode books = machine(api).get("/internal/v1/books").expect(200).json();
        assertThat(books.toString()).doesNotContain("promotion " + promotion);
    }

    private Api.Answer limit(Map<String, Object> limits) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/promotions/" + promotion + "/budget", limits);
    }

    private Api.Answer hold(OrderId order, MemberKey member, long minor) {
        return machine(api).post("/internal/v1/promotion-holds", body(order, member, minor, FAR));
    }

    private Map<String, Object> body(OrderId order, MemberKey member, long minor, Instant until) {
        return Map.of(
                "holdId",
                order.text(),
                "memberKey",
                member.text(),
                "discountsMinor",
                Map.of(promotion, minor),
                "expiresAt",
                until.toString());
    }

    private OrderCancelled cancelled(OrderId order) {
        return new OrderCancelled(order, StoreId.of(7001), member, "CUSTOMER", clock.instant());
    }

    private String promotion(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "立减3");
        body.put("kind", "AMOUNT_OFF");
        body.put("settings", Map.of("thresholdMinor", 0, "amountMinor", 300));
        body.put("scope", Map.of("skuIds", List.of(Long.toString(sku))));
        body.put("validFrom", clock.instant().toString());
        body.put("validTo", FAR.toString());
        body.put("state", "LIVE");
        body.putAll(more);
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions", body)
                .expect(201)
                .json()
                .path("promotionId")
                .asString();
    }
}
