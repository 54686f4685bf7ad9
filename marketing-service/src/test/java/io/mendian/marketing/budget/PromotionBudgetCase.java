package io.mendian.marketing.budget;

import static io.mendian.marketing.Marketing.machine;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
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
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A promotion with a budget, and the orders that hold a part of it. */
@MendianTest
abstract class PromotionBudgetCase {

    static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpirePromotionHolds expire;

    final long sku = Ids.next();

    final MemberKey member = newMember();

    final OrderId order = newOrder();

    String promotion;

    @BeforeEach
    void aPromotion() {
        promotion = promotion(Map.of());
    }

    Api.Answer holdOf(String id, OrderId order) {
        return machine(api)
                .post(
                        "/internal/v1/promotion-holds",
                        Map.of(
                                "holdId", order.text(),
                                "memberKey", member.text(),
                                "discountsMinor", Map.of(id, 300),
                                "expiresAt", FAR.toString()));
    }

    void toNextDay() {
        LocalDate today = clock.instant().atZone(CHINA).toLocalDate();
        advanceTo(today.plusDays(1));
    }

    void toNextWeek() {
        LocalDate today = clock.instant().atZone(CHINA).toLocalDate();
        advanceTo(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    /** To the first instant of a day of the chain. */
    void advanceTo(LocalDate day) {
        clock.advance(Duration.between(clock.instant(), day.atStartOfDay(CHINA).toInstant()));
    }

    long kept(String field) {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/promotions/" + promotion + "/budget")
                .expect(200)
                .json()
                .path(field)
                .asLong();
    }

    void assertKept(long minor, long uses) {
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

    Api.Answer limit(Map<String, Object> limits) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/promotions/" + promotion + "/budget", limits);
    }

    Api.Answer hold(OrderId order, MemberKey member, long minor) {
        return machine(api).post("/internal/v1/promotion-holds", body(order, member, minor, FAR));
    }

    Map<String, Object> body(OrderId order, MemberKey member, long minor, Instant until) {
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

    OrderCancelled cancelled(OrderId order) {
        return new OrderCancelled(order, StoreId.of(7001), member, "CUSTOMER", clock.instant());
    }

    String promotion(Map<String, Object> more) {
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
