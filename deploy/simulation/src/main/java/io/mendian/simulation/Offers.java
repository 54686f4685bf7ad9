package io.mendian.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What headquarters offers before a world begins: a promotion, a coupon, group-buy, flash sale, stored value and classes. */
final class Offers {

    static final long RECHARGE = 5_000;
    static final long RECHARGE_BONUS = 500;
    static final int SEATS = 2;
    static final int WALK_IN_SEATS = 1;

    private static final String ALWAYS = "2099-01-01T00:00:00Z";

    private final Office office;

    Offers(Office office) {
        this.office = office;
    }

    String goods(String code, long price) {
        return sku(code, "GOODS", "件", price, Map.of());
    }

    private String sku(String code, String kind, String unit, long price, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "code",
                code,
                "kind",
                kind,
                "name",
                "商品" + code,
                "category",
                "日用",
                "unit",
                unit,
                "listPriceMinor",
                price));
        body.putAll(more);
        return office.post("order", "/hq/v1/skus", body).path("id").asString();
    }

    String service() {
        return sku("S", "SERVICE", "次", 6_000, Map.of("durationMinutes", 50));
    }

    String recharge() {
        String id = office.post(
                        "member",
                        "/hq/v1/recharge-packages",
                        Map.of("name", "充50送5", "principalMinor", RECHARGE, "bonusMinor", RECHARGE_BONUS))
                .path("id")
                .asString();
        return sku("R", "RECHARGE", "笔", RECHARGE, Map.of("rechargePackageId", id));
    }

    String couponTemplate() {
        return office.post(
                        "marketing",
                        "/hq/v1/coupon-templates",
                        Map.of(
                                "name",
                                "满减券",
                                "kind",
                                "AMOUNT_OFF",
                                "settings",
                                Map.of("thresholdMinor", 2_000, "amountMinor", 700),
                                "validity",
                                Map.of("days", 30),
                                "state",
                                "LIVE"))
                .path("templateId")
                .asString();
    }

    /** It serves two orders. */
    void promotion(String sku) {
        String promotion = office.post(
                        "marketing",
                        "/hq/v1/promotions",
                        Map.of(
                                "name",
                                "立减",
                                "kind",
                                "EACH_PIECE_OFF",
                                "settings",
                                Map.of("amountMinor", 300),
                                "scope",
                                Map.of("skuIds", List.of(sku)),
                                "validFrom",
                                "2026-01-01T00:00:00Z",
                                "validTo",
                                ALWAYS,
                                "state",
                                "LIVE"))
                .path("promotionId")
                .asString();
        var ignored = office.ask(
                "marketing",
                "PUT",
                "/hq/v1/promotions/" + promotion + "/budget",
                Map.of("uses", 2),
                Office.headquarters());
    }

    /** Two members make a group; two pieces for all groups. */
    String groupBuy(String sku) {
        return campaign(Map.of(
                "kind",
                "GROUP_BUY",
                "name",
                "二人团",
                "skuId",
                sku,
                "priceMinor",
                990,
                "until",
                ALWAYS,
                "limitPerMember",
                1,
                "allotment",
                2,
                "groupSize",
                2,
                "lifeHours",
                1));
    }

    /** One piece, for whoever is first. */
    String flashSale(String sku) {
        return campaign(Map.of(
                "kind",
                "FLASH_SALE",
                "name",
                "秒杀",
                "skuId",
                sku,
                "priceMinor",
                100,
                "until",
                ALWAYS,
                "limitPerMember",
                1,
                "allotment",
                1));
    }

    private String campaign(Map<String, ?> terms) {
        return office.post("marketing", "/hq/v1/campaign-offers", terms)
                .path("offerId")
                .asString();
    }

    /** A class with two seats at noon, so that its door is open all the time, and one with one seat to which people may walk in. */
    List<String> classes(String store, String service) {
        series(store, service, "12:00", false);
        series(store, service, "12:30", true);
        return office.world()
                .node("booking-service")
                .jdbc()
                .queryForList(
                        "SELECT CAST(id AS CHAR(20)) FROM class_session WHERE day = DATE '2026-11-20' ORDER BY"
                                + " starts_at",
                        String.class);
    }

    private void series(String store, String service, String from, boolean walkIn) {
        Map<String, Object> body = new HashMap<>();
        body.put("serviceSkuId", service);
        body.put("name", "动感单车");
        body.put("kind", "SPINNING");
        body.put("weekday", "FRIDAY");
        body.put("startTime", from);
        body.put("durationMinutes", 240);
        body.put("capacity", walkIn ? WALK_IN_SEATS : SEATS);
        body.put("firstDate", "2026-11-20");
        body.put("lastDate", "2026-11-20");
        body.put("cancelMinutesBefore", 0);
        body.put("walkIn", walkIn);
        var ignored = office.post("booking", "/hq/v1/stores/" + store + "/class-series", body);
    }
}
