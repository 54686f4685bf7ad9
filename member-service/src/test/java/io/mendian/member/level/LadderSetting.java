package io.mendian.member.level;

import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sets ladders for a test, moves everybody to them, and puts the one of before back. */
@Lazy
@Component
class LadderSetting {

    private final Api api;
    private final ReviewLevels reviewLevels;
    private final EndLevelPeriods endLevelPeriods;

    LadderSetting(Api api, ReviewLevels reviewLevels, EndLevelPeriods endLevelPeriods) {
        this.api = api;
        this.reviewLevels = reviewLevels;
        this.endLevelPeriods = endLevelPeriods;
    }

    JsonNode inForce() {
        return hq().get("/hq/v1/levels").expect(200).json();
    }

    void restore(JsonNode levels) {
        hq().put("/hq/v1/levels", Map.of("levels", levels, "terms", Map.of("period", "LIFETIME")))
                .expect(200);
        reviewAll();
    }

    /** SILVER from 1 000.00, GOLD from 5 000.00 kept by 3 000.00, DIAMOND from 20 000.00. */
    static Map<String, Object> ladder(Map<String, Object> terms) {
        return ladder(terms, 100_000, 500_000);
    }

    static Map<String, Object> ladder(Map<String, Object> terms, long silver, long gold) {
        List<Map<String, Object>> levels = new ArrayList<>(List.of(
                rung("ORDINARY", "普通", 1000, Map.of(), Map.of(), List.of()),
                rung("SILVER", "银", 980, Map.of("SPEND", silver), Map.of(), List.of()),
                rung("GOLD", "金", 950, Map.of("SPEND", gold), Map.of("SPEND", 300_000), List.of("PRE_ORDER")),
                rung("DIAMOND", "钻石", 900, Map.of("SPEND", 2_000_000), Map.of(), List.of("PRE_ORDER", "OWN_AGENT"))));
        return new HashMap<>(Map.of("levels", levels, "terms", terms));
    }

    private static Map<String, Object> rung(
            String code,
            String name,
            int price,
            Map<String, Object> thresholds,
            Map<String, Object> retain,
            List<String> rights) {
        return Map.of(
                "code",
                code,
                "name",
                name,
                "thresholds",
                thresholds,
                "retain",
                retain,
                "levelPricePermille",
                price,
                "memberPrices",
                true,
                "pointsMultiplierPermille",
                1_000,
                "benefits",
                List.of(),
                "rights",
                rights);
    }

    void set(Map<String, Object> ladder) {
        hq().put("/hq/v1/levels", ladder).expect(200);
        reviewAll();
    }

    void reviewAll() {
        while (reviewLevels.review(500) > 0) {
            // the next five hundred
        }
    }

    void endAll() {
        while (endLevelPeriods.end(500) > 0) {
            // the next five hundred
        }
    }

    private Api hq() {
        return api.as(TestCallers.headquarters());
    }
}
