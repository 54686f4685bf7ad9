package io.mendian.chain;

import static io.mendian.chain.Door.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** A customer with the mini-program in his hand. */
public record Member(Door app, String key, String phone) {

    public static String newPhone() {
        return "139" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
    }

    public static Member joinsByPhone(Shop shop) {
        return joinsByPhone(shop, newPhone());
    }

    /** Asks for a code, reads it in the SMS, logs in. */
    static Member joinsByPhone(Shop shop, String phone) {
        Door door = shop.chain.door();
        String session = door.post("/app/v1/login/codes", Map.of("phone", phone))
                .expect(202)
                .text("session");
        Shop.until(() -> !sms(shop, phone).isEmpty());
        String code = sms(shop, phone).at("/0/params/code").asString();
        return of(
                shop,
                phone,
                door.post(
                                "/app/v1/login/phone",
                                with("phone", phone, "session", session, "code", code, "storeId", shop.storeId))
                        .expect(200)
                        .json());
    }

    private static JsonNode sms(Shop shop, String phone) {
        return shop.chain
                .simulators()
                .get("/_sim/sms?phone=%2B86" + phone)
                .expect(200)
                .json();
    }

    /** Opens the mini-program and lets WeChat tell the phone number. */
    public static Member joinsByWeChat(Shop shop) {
        Door simulators = shop.chain.simulators();
        String phone = newPhone();
        String jsCode =
                simulators.post("/_sim/wechat/codes", Map.of()).expect(200).text("js_code");
        String phoneCode = simulators
                .post("/_sim/wechat/phone-codes", Map.of("phone", "+86" + phone))
                .expect(200)
                .text("code");
        return of(
                shop,
                phone,
                shop.chain
                        .door()
                        .post(
                                "/app/v1/login/wechat",
                                with("jsCode", jsCode, "phoneCode", phoneCode, "storeId", shop.storeId))
                        .expect(200)
                        .json());
    }

    private static Member of(Shop shop, String phone, JsonNode login) {
        return new Member(
                shop.chain.door().as("/app", login), login.path("memberKey").asString(), phone);
    }

    long points() {
        return app.get("/app/v1/me/points").expect(200).number("balance");
    }

    /** What each entry of the points statement was for: order ids among others. */
    List<String> pointsCauses() {
        List<String> causes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    app.get("/app/v1/me/points?limit=200" + cursor).expect(200).json();
            causes.addAll(page.path("entries").findValuesAsString("causeId"));
            cursor = page.path("next").asString("").isEmpty()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return causes;
    }

    /** Principal and bonus. */
    public long storedValue() {
        Door.Answer wallet = app.get("/app/v1/me/stored-value").expect(200);
        return wallet.number("principalMinor") + wallet.number("bonusMinor");
    }

    /** Points and stored value that orders hold and nobody has confirmed or released yet, and coupons likewise. */
    long held() {
        long coupons = app.get("/app/v1/coupons?status=HELD&limit=200")
                .expect(200)
                .json()
                .size();
        return app.get("/app/v1/me/points").expect(200).number("held")
                + app.get("/app/v1/me/stored-value").expect(200).number("heldMinor")
                + coupons;
    }

    String level() {
        return app.get("/app/v1/me/level").expect(200).text("level/code");
    }

    public String claims(String templateId) {
        return app.post("/app/v1/coupon-templates/" + templateId + "/claims", Map.of())
                .expect(201)
                .text("couponId");
    }

    int freeCoupons() {
        return app.get("/app/v1/coupons?status=AVAILABLE&limit=200")
                .expect(200)
                .json()
                .size();
    }

    String couponState(String couponId) {
        return app.get("/app/v1/coupons/" + couponId).expect(200).text("state");
    }

    public String code() {
        return app.post("/app/v1/member-code", Map.of()).expect(201).text("code");
    }

    /** Pays an order of his with WeChat Pay in the simulated wallet. */
    void paysByWeChat(Shop shop, String orderId) {
        String tradeNo = app.post("/app/v1/orders/" + orderId + "/wechat-payments", Map.of())
                .expect(201)
                .text("outTradeNo");
        shop.chain.simulators().post("/_sim/pay/" + tradeNo + "/pay", Map.of()).expect(200);
        Shop.eventually(() -> orderStatus(orderId), "PAID");
    }

    public String orderStatus(String orderId) {
        return app.get("/app/v1/orders/" + orderId).expect(200).text("status");
    }
}
