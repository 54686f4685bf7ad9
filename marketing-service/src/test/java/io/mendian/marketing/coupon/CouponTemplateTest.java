package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.claim;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class CouponTemplateTest {

    @Autowired
    Api api;

    @Test
    void aDraftMayChangeAltogetherALiveOneMayNot() {
        String id = template(api, with(amountOff(5_000, 500), "state", "DRAFT"));
        put(id, amountOff(6_000, 700)).expect(200);
        put(id, amountOff(6_000, 800)).expectProblem(409, "COUPON_TEMPLATE_FIXED");
        Api.Answer renamed = put(id, with(amountOff(6_000, 700), "name", "周年券")).expect(200);
        assertThat(renamed.json().path("terms").path("name").asString()).isEqualTo("周年券");
    }

    @Test
    void theTotalOfALiveOneMayRiseButNotFallBelowWhatIsOut() {
        String id = template(api, with(amountOff(0, 500), "limits", Map.of("total", 3)));
        claim(api, id, newMember());
        claim(api, id, newMember());
        put(id, with(amountOff(0, 500), "limits", Map.of("total", 1))).expectProblem(409, "COUPON_TOTAL_TOO_SMALL");
        put(id, with(amountOff(0, 500), "limits", Map.of("total", 2))).expect(200);
        put(id, with(amountOff(0, 500), "limits", Map.of("perMember", 1, "total", 9)))
                .expectProblem(409, "COUPON_TEMPLATE_FIXED");
    }

    @Test
    void anEndedOneGivesNothingMoreAndStaysEnded() {
        String id = template(api, amountOff(0, 500));
        put(id, with(amountOff(0, 500), "state", "ENDED")).expect(200);
        api.as(TestCallers.member(newMember()))
                .post("/app/v1/coupon-templates/" + id + "/claims", Map.of())
                .expectProblem(409, "COUPON_NOT_LIVE");
        put(id, amountOff(0, 500)).expectProblem(409, "COUPON_TEMPLATE_STATE");
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        List<Map<String, Object>> wrong = List.of(
                with(amountOff(0, 500), "kind", "FREE_BEER"),
                with(amountOff(0, 500), "settings", Map.of("thresholdMinor", 0)),
                with(amountOff(0, 500), "settings", Map.of("thresholdMinor", -1, "amountMinor", 5)),
                with(with(amountOff(0, 500), "kind", "PERCENT_OFF"), "settings", Map.of("permilleOff", 1001)),
                with(with(amountOff(0, 500), "kind", "GIFT"), "settings", Map.of("giftSkuId", "x", "quantity", 1)),
                with(amountOff(0, 500), "validity", Map.of("from", "2026-12-02", "to", "2026-12-01")),
                with(amountOff(0, 500), "validity", Map.of("from", "2026-12-02")),
                with(amountOff(0, 500), "validity", Map.of("from", "2026-12-02", "to", "2026-12-03", "days", 3)));
        for (Map<String, Object> body : wrong) {
            api.as(TestCallers.headquarters())
                    .post("/hq/v1/coupon-templates", body)
                    .expectProblem(400, "COUPON_TEMPLATE_INVALID");
        }
    }

    @Test
    void theListCountsWhatBecameOfTheCoupons() {
        String id = template(api, amountOff(0, 500));
        claim(api, id, newMember());
        claim(api, id, newMember());
        long after = Long.parseLong(id) - 1;
        JsonNode row = api.as(TestCallers.headquarters())
                .get("/hq/v1/coupon-templates?limit=1&after=" + after)
                .expect(200)
                .json()
                .get(0);
        assertThat(row.path("templateId").asString()).isEqualTo(id);
        assertThat(row.path("issued").asLong()).isEqualTo(2);
        assertThat(row.path("available").asLong()).isEqualTo(2);
        assertThat(row.path("used").asLong()).isZero();
    }

    @Test
    void aTemplateThatIsNotThereIsNotFound() {
        api.as(TestCallers.headquarters())
                .get("/hq/v1/coupon-templates/424242")
                .expectProblem(404, "COUPON_TEMPLATE_UNKNOWN");
    }

    @Test
    void everyEdgeOfTheStatesIsMeant() {
        assertThat(CouponTemplateState.DRAFT.next())
                .isEqualTo(EnumSet.of(CouponTemplateState.LIVE, CouponTemplateState.ENDED));
        assertThat(CouponTemplateState.LIVE.next()).isEqualTo(EnumSet.of(CouponTemplateState.ENDED));
        assertThat(CouponTemplateState.ENDED.next()).isEmpty();
        assertThat(CouponState.AVAILABLE.next())
                .isEqualTo(EnumSet.of(CouponState.HELD, CouponState.USED, CouponState.EXPIRED, CouponState.WITHDRAWN));
        assertThat(CouponState.HELD.next())
                .isEqualTo(EnumSet.of(CouponState.AVAILABLE, CouponState.USED, CouponState.WITHDRAWN));
        assertThat(CouponState.USED.next()).isEqualTo(EnumSet.of(CouponState.AVAILABLE, CouponState.WITHDRAWN));
        assertThat(CouponState.EXPIRED.next()).isEmpty();
        assertThat(CouponState.WITHDRAWN.next()).isEmpty();
    }

    private Api.Answer put(String id, Map<String, Object> body) {
        return api.as(TestCallers.headquarters()).put("/hq/v1/coupon-templates/" + id, body);
    }
}
