package io.mendian.marketing;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Builders for what marketing-service's tests need; every object is new. */
public final class Marketing {

    private Marketing() {}

    public static MemberKey newMember() {
        return MemberKey.of(Ids.next());
    }

    public static OrderId newOrder() {
        return OrderId.of(Ids.next());
    }

    /** 满减 as JSON, live, valid for 30 days, claimable; to be changed with {@link #with}. */
    public static Map<String, Object> amountOff(long threshold, long amount) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "满减券");
        body.put("kind", "AMOUNT_OFF");
        body.put("settings", Map.of("thresholdMinor", threshold, "amountMinor", amount));
        body.put("validity", Map.of("days", 30));
        body.put("state", "LIVE");
        return body;
    }

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    public static String template(Api api, Map<String, Object> body) {
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/coupon-templates", body)
                .expect(201)
                .json()
                .path("templateId")
                .asString();
    }

    /** A live promotion for one SKU. */
    public static String promotion(
            Api api, Instant from, long sku, String kind, Map<String, Object> settings, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "促销" + kind);
        body.put("kind", kind);
        body.put("settings", settings);
        body.put("scope", Map.of("skuIds", List.of(Long.toString(sku))));
        body.put("validFrom", from.toString());
        body.put("validTo", "2099-01-01T00:00:00Z");
        body.put("state", "LIVE");
        body.putAll(more);
        return api.as(TestCallers.headquarters())
                .post("/hq/v1/promotions", body)
                .expect(201)
                .json()
                .path("promotionId")
                .asString();
    }

    public static String claim(Api api, String template, MemberKey member) {
        return api.as(TestCallers.member(member))
                .post("/app/v1/coupon-templates/" + template + "/claims", Map.of())
                .expect(201)
                .json()
                .path("couponId")
                .asString();
    }

    public static Map<String, Object> line(String lineId, long sku, long quantity, long unitList) {
        Map<String, Object> line = new HashMap<>();
        line.put("lineId", lineId);
        line.put("skuId", Long.toString(sku));
        line.put("kind", "GOODS");
        line.put("category", "日用");
        line.put("quantity", quantity);
        line.put("unitListMinor", unitList);
        return line;
    }

    /** A basket of one member at one instant. */
    @SafeVarargs
    public static Map<String, Object> basket(MemberKey member, Instant at, Map<String, Object>... lines) {
        Map<String, Object> body = new HashMap<>();
        body.put("storeId", "7001");
        body.put("memberKey", member.text());
        body.put("channel", "MINI_PROGRAM");
        body.put("at", at.toString());
        body.put("currency", "CNY");
        body.put("lines", new ArrayList<>(List.of(lines)));
        return body;
    }

    public static JsonNode quote(Api api, Map<String, Object> basket) {
        return machine(api).post("/internal/v1/quotes", basket).expect(200).json();
    }

    public static Api machine(Api api) {
        return api.as(io.mendian.runtime.security.Caller.machine("order-service"));
    }

    public static Api clerk(Api api) {
        return api.as(new io.mendian.runtime.security.Caller(
                io.mendian.runtime.security.Realm.STAFF,
                "31",
                StoreId.of(7001),
                false,
                Set.of(StoreId.of(7001)),
                Set.of(io.mendian.runtime.security.Right.ORDERS_SELL)));
    }

    public static Map<String, Object> hold(OrderId order, MemberKey member, Instant until, String... coupons) {
        return Map.of(
                "holdId",
                order.text(),
                "memberKey",
                member.text(),
                "couponIds",
                List.of(coupons),
                "expiresAt",
                until.toString());
    }

    public static OrderPaid paid(OrderId order, MemberKey member, long payable, Instant at, String... coupons) {
        OrderLine line =
                new OrderLine("1", SkuId.of(5), "GOODS", "毛巾", "日用", 2, payable + 300, payable, null, null, null);
        return new OrderPaid(
                order,
                "T" + order.text(),
                StoreId.of(7001),
                member,
                "POS",
                null,
                LocalDate.of(2026, 11, 22),
                at,
                "CNY",
                payable + 300,
                300,
                payable,
                List.of(line),
                List.of(),
                List.of(coupons),
                0,
                false);
    }

    public static OrderRefunded refunded(OrderId order, MemberKey member, Instant at, boolean full, String... coupons) {
        return new OrderRefunded(
                order,
                Long.toString(Ids.next()),
                StoreId.of(7001),
                member,
                LocalDate.of(2026, 11, 23),
                at,
                "CNY",
                full ? 900 : 100,
                full ? 900 : 100,
                900,
                List.of(),
                List.of(),
                List.of(coupons),
                0,
                full);
    }
}
