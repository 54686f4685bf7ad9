package io.mendian.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Three coupons to claim, one promotion, and the points rule. The levels 普通, 银, 金, 钻石 are there from the beginning. */
final class DemoMarketing {

    private final GatewayClient hq;

    DemoMarketing(GatewayClient hq) {
        this.hq = hq;
    }

    void offer(Map<String, String> skus) {
        hq.put("/hq/v1/points-rule", pointsRule());
        coupon("满200减20", "AMOUNT_OFF", Map.of("thresholdMinor", 20_000, "amountMinor", 2_000));
        coupon("9折券", "PERCENT_OFF", Map.of("permilleOff", 100, "capMinor", 5_000));
        String bag = Objects.requireNonNull(skus.get("BAG"));
        coupon("满300赠帆布袋", "GIFT", Map.of("giftSkuId", bag, "quantity", 1, "thresholdMinor", 30_000));
        if (Found.by(hq.get("/hq/v1/promotions?limit=200"), "name", "健身用品第二件半价") == null) {
            hq.post("/hq/v1/promotions", promotion());
        }
    }

    /** 1 point per yuan, 100 points pay one yuan, at most half of an order; kept for a year. */
    private static Map<String, Object> pointsRule() {
        return Map.of(
                "pointsPerUnit", 1,
                "pointsPerCurrencyUnit", 100,
                "capPermille", 500,
                "usableAfterDays", 0,
                "validityDays", 365,
                "excludedKinds", List.of("RECHARGE"),
                "excludedCategories", List.of(),
                "historyEarns", true);
    }

    private void coupon(String name, String kind, Map<String, Object> settings) {
        if (Found.by(hq.get("/hq/v1/coupon-templates?limit=200"), "name", name) == null) {
            hq.post(
                    "/hq/v1/coupon-templates",
                    Map.of(
                            "name",
                            name,
                            "kind",
                            kind,
                            "settings",
                            settings,
                            "validity",
                            Map.of("days", 30),
                            "limits",
                            Map.of("total", 1_000, "perMember", 2),
                            "claimable",
                            true,
                            "state",
                            "LIVE"));
        }
    }

    private static Map<String, Object> promotion() {
        return Map.of(
                "name", "健身用品第二件半价",
                "kind", "NTH_PIECE",
                "settings", Map.of("nth", 2, "permilleOff", 500),
                "scope", Map.of("categories", List.of("健身用品")),
                "validFrom", "2026-01-01T00:00:00Z",
                "validTo", "2036-01-01T00:00:00Z",
                "state", "LIVE");
    }
}
