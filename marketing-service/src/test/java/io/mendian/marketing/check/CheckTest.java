package io.mendian.marketing.check;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.basket;
import static io.mendian.marketing.Marketing.line;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.promotion;
import static io.mendian.marketing.Marketing.quote;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What headquarters is told before a rule goes live; price floors (X15). A product of 10.00 that costs 8.50. */
@MendianTest
class CheckTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final long sku = Ids.next();

    /** Coupons that other tests left live are for all goods and would meet it. */
    @BeforeEach
    void aProduct() {
        jdbc.sql("UPDATE coupon_template SET state = 'ENDED' WHERE state = 'LIVE'")
                .update();
        deliveries.deliverTwice(published(2, true));
        deliveries.deliver(published(1, false));
        floor(Map.of("costMinor", 850)).expect(200);
    }

    /** Rules of other tests that are for all goods would meet it. */
    @AfterEach
    void noMore() {
        deliveries.deliver(published(3, false));
    }

    @Test
    void twoDiscountsThatTogetherSellBelowCostAreToldWithTheSmallestBasket() {
        String live = promotion(api, Instant.EPOCH, sku, "EACH_PIECE_OFF", Map.of("amountMinor", 100), Map.of());
        String draft = draft("PERCENT_OFF", Map.of("permilleOff", 100), Map.of("stacking", Map.of("category", "B")));
        JsonNode finding = onlyFinding(draft);
        assertThat(finding.path("code").asString()).isEqualTo("BELOW_COST");
        assertThat(finding.path("rules").toString()).contains("PROMOTION:" + live, "PROMOTION:" + draft);
        assertThat(finding.path("basket").get(0).path("quantity").asLong()).isEqualTo(1);
        assertThat(finding.path("basket").get(0).path("name").asString()).isEqualTo("毛巾");
        // 10.00 less 1.00, less a tenth: 8.10, which is 0.40 below cost
        assertThat(finding.path("payableMinor").asLong()).isEqualTo(810);
        assertThat(finding.path("text").asString()).contains("低于成本 0.40");
        Map<String, Object> body =
                body("PERCENT_OFF", Map.of("permilleOff", 100), Map.of("stacking", Map.of("category", "B")));
        put(draft, body).expectProblem(409, "RULE_HAS_FINDINGS");
        put(draft, with(body, "acknowledge", List.of("BELOW_COST:other"))).expectProblem(409, "RULE_HAS_FINDINGS");
        put(draft, with(body, "acknowledge", List.of(finding.path("id").asString())))
                .expect(200);
    }

    @Test
    void aThresholdIsTriedWithAsManyPiecesAsItTakesAndNoMore() {
        String draft = draft("AMOUNT_OFF", Map.of("thresholdMinor", 3_000, "amountMinor", 600), Map.of());
        JsonNode finding = onlyFinding(draft);
        assertThat(finding.path("code").asString()).isEqualTo("BELOW_COST");
        assertThat(finding.path("basket").get(0).path("quantity").asLong()).isEqualTo(3);
    }

    @Test
    void whatCanNeverBeBetterAndWhatItMakesDeadIsTold() {
        String live = promotion(
                api,
                Instant.EPOCH,
                sku,
                "EACH_PIECE_OFF",
                Map.of("amountMinor", 100),
                Map.of("stacking", Map.of("exclusive", "ALONE")));
        String weaker = draft("EACH_PIECE_OFF", Map.of("amountMinor", 90), Map.of("stacking", Map.of("category", "B")));
        assertThat(onlyFinding(weaker).path("id").asString()).isEqualTo("NEVER_BETTER:PROMOTION:" + weaker);
        assertThat(onlyFinding(weaker).path("text").asString()).contains("不可与");
        String stronger =
                draft("EACH_PIECE_OFF", Map.of("amountMinor", 110), Map.of("stacking", Map.of("category", "B")));
        assertThat(onlyFinding(stronger).path("id").asString())
                .isEqualTo("MAKES_DEAD:PROMOTION:" + stronger + "+PROMOTION:" + live);
    }

    @Test
    void aThresholdThatOthersTakeAwayInTheSmallestBasketIsReachedInLargerOnes() {
        floor(Map.of("costMinor", 0)).expect(200);
        promotion(api, Instant.EPOCH, sku, "EACH_PIECE_OFF", Map.of("amountMinor", 100), Map.of());
        String draft = draft(
                "AMOUNT_OFF",
                Map.of("thresholdMinor", 2_000, "amountMinor", 100),
                Map.of("stacking", Map.of("category", "SUM")));
        assertThat(findings(draft).size()).isZero();
    }

    @Test
    void aRuleThatIsNeverOpenOrGivesItAllAwayIsTold() {
        String closed = draft(
                "EACH_PIECE_OFF",
                Map.of("amountMinor", 10),
                Map.of("validTo", clock.instant().plusSeconds(3_600).toString(), "hours", hoursAgo()));
        assertThat(onlyFinding(closed).path("code").asString()).isEqualTo("NEVER_OPEN");
        String free = draft("PERCENT_OFF", Map.of("permilleOff", 1000), Map.of());
        assertThat(onlyFinding(free).path("code").asString()).isEqualTo("FREE");
    }

    @Test
    void aFloorHoldsInEveryQuoteAndTheCheckSaysWhatItCutsShort() {
        floor(Map.of("floorMinor", 950)).expect(200);
        String draft = draft("EACH_PIECE_OFF", Map.of("amountMinor", 80), Map.of());
        JsonNode finding = onlyFinding(draft);
        assertThat(finding.path("code").asString()).isEqualTo("CUT_BY_FLOOR");
        put(
                        draft,
                        with(
                                body("EACH_PIECE_OFF", Map.of("amountMinor", 80), Map.of()),
                                "acknowledge",
                                List.of(finding.path("id").asString())))
                .expect(200);
        JsonNode quote = quote(api, basket(newMember(), clock.instant(), line("a", sku, 2, 1_000)));
        assertThat(quote.path("payableMinor").asLong()).isEqualTo(1_900);
        assertThat(quote.path("asked")
                        .path("lines")
                        .get(0)
                        .path("unitFloorMinor")
                        .asLong())
                .isEqualTo(950);
        assertThat(quote.path("notApplied").get(0).path("code").asString()).isEqualTo("AT_FLOOR");
    }

    @Test
    void aCouponIsCheckedBesideThePromotionsToo() {
        promotion(api, Instant.EPOCH, sku, "EACH_PIECE_OFF", Map.of("amountMinor", 100), Map.of());
        Map<String, Object> body =
                with(with(amountOff(0, 100), "scope", Map.of("skuIds", List.of(Long.toString(sku)))), "state", "DRAFT");
        String template = io.mendian.marketing.Marketing.template(api, body);
        JsonNode findings = api.as(TestCallers.headquarters())
                .post("/hq/v1/coupon-templates/" + template + "/check", Map.of())
                .expect(200)
                .json()
                .path("findings");
        assertThat(findings.size()).isEqualTo(1);
        assertThat(findings.get(0).path("payableMinor").asLong()).isEqualTo(800);
        api.as(TestCallers.headquarters())
                .put("/hq/v1/coupon-templates/" + template, with(body, "state", "LIVE"))
                .expectProblem(409, "RULE_HAS_FINDINGS");
    }

    @Test
    void nothingToTellIsNothing() {
        String draft = draft("EACH_PIECE_OFF", Map.of("amountMinor", 10), Map.of());
        assertThat(findings(draft).size()).isZero();
        put(draft, body("EACH_PIECE_OFF", Map.of("amountMinor", 10), Map.of())).expect(200);
        api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions/4242/check", Map.of())
                .expectProblem(404, "PROMOTION_UNKNOWN");
        api.as(TestCallers.headquarters())
                .put("/hq/v1/price-floors/4242", Map.of("floorMinor", 1))
                .expectProblem(404, "SKU_UNKNOWN");
    }

    private Map<String, Object> hoursAgo() {
        var local = clock.instant().atZone(java.time.ZoneId.of("Asia/Shanghai"));
        return Map.of("weekdays", List.of(local.getDayOfWeek().minus(3).name()), "zone", "Asia/Shanghai");
    }

    private Api.Answer floor(Map<String, Object> body) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/price-floors/" + sku, body);
    }

    private JsonNode onlyFinding(String promotion) {
        JsonNode findings = findings(promotion);
        assertThat(findings.size()).as(findings.toString()).isEqualTo(1);
        return findings.get(0);
    }

    private JsonNode findings(String promotion) {
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions/" + promotion + "/check", Map.of())
                .expect(200)
                .json()
                .path("findings");
    }

    private String draft(String kind, Map<String, Object> settings, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("state", "DRAFT");
        return promotion(api, Instant.EPOCH, sku, kind, settings, all);
    }

    private Api.Answer put(String promotion, Map<String, Object> body) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/promotions/" + promotion, body);
    }

    private Map<String, Object> body(String kind, Map<String, Object> settings, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "促销" + kind);
        body.put("kind", kind);
        body.put("settings", settings);
        body.put("scope", Map.of("skuIds", List.of(Long.toString(sku))));
        body.put("validFrom", Instant.EPOCH.toString());
        body.put("validTo", "2099-01-01T00:00:00Z");
        body.put("state", "LIVE");
        body.putAll(more);
        return body;
    }

    private SkuPublished published(long version, boolean active) {
        return new SkuPublished(
                SkuId.of(sku),
                version,
                "T" + sku,
                List.of(),
                "GOODS",
                "毛巾",
                "家居" + sku,
                "条",
                1_000,
                "CNY",
                null,
                null,
                active,
                clock.instant());
    }
}
