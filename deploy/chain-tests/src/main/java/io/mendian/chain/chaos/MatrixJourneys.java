package io.mendian.chain.chaos;

import io.mendian.chain.Door;
import io.mendian.chain.Gym;
import io.mendian.chain.Member;
import io.mendian.chain.Shop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The rows of the matrix: what one member, one till and headquarters try, each once and without insisting. */
final class MatrixJourneys {

    private static final int PRICE = 3_000;
    private static final int STORED = 500_000;

    final Shop shop = Shop.open();
    final String sku = shop.goods("碧螺春", PRICE, 1_000);
    private final Gym gym = new Gym();
    private final String coupon = shop.coupon(PRICE, 500, 1_000, List.of(sku));
    private final Member member = Member.joinsByWeChat(shop);

    MatrixJourneys() {
        shop.sellTo(member, shop.rechargeProduct(STORED, 0), 1, STORED);
        Shop.until(() -> member.storedValue() == STORED);
    }

    /** The last step's status decides; an order that is placed and can be paid later counts as working. */
    Map<String, Callable<Door.Answer>> all() {
        Map<String, Callable<Door.Answer>> all = new LinkedHashMap<>();
        all.put("browse", () -> member.app().get("/app/v1/catalogue?q=" + shop.mark));
        all.put("known login", () -> member.app().get("/app/v1/me"));
        all.put("login by WeChat", this::loginByWeChat);
        all.put(
                "login by SMS",
                () -> shop.chain.door().post("/app/v1/login/codes", Map.of("phone", Member.newPhone())));
        all.put("quote", () -> member.app().post("/app/v1/quotes", basket()));
        all.put("checkout by stored value", () -> member.app().post("/app/v1/orders", storedValue()));
        all.put("claim and redeem a coupon", this::redeem);
        all.put("pay by WeChat", this::payByWeChat);
        all.put("sale for cash", () -> shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, PRICE)));
        all.put("return", this::comesBack);
        all.put("book a class", this::book);
        all.put("dashboard", () -> shop.manager.get("/store/v1/reports/summary"));
        all.put("export", () -> shop.hq.get("/hq/v1/reports/export?by=day&storeId=" + shop.storeId));
        all.put("stock", () -> shop.clerk.get("/store/v1/stock/" + sku));
        return all;
    }

    private Map<String, Object> basket() {
        return Door.with("storeId", shop.storeId, "lines", List.of(Door.with("skuId", sku, "quantity", 1)));
    }

    private Map<String, Object> storedValue() {
        Map<String, Object> basket = basket();
        basket.put("storedValueMinor", -1);
        return basket;
    }

    private Door.Answer redeem() {
        Door.Answer claimed = member.app().post("/app/v1/coupon-templates/" + coupon + "/claims", Map.of());
        if (claimed.status() != 201) {
            return claimed;
        }
        Map<String, Object> basket = storedValue();
        basket.put("couponIds", List.of(claimed.text("couponId")));
        return member.app().post("/app/v1/orders", basket);
    }

    private Door.Answer loginByWeChat() {
        Door simulators = shop.chain.simulators();
        String jsCode =
                simulators.post("/_sim/wechat/codes", Map.of()).expect(200).text("js_code");
        String phone = simulators
                .post("/_sim/wechat/phone-codes", Map.of("phone", "+86" + Member.newPhone()))
                .expect(200)
                .text("code");
        return shop.chain
                .door()
                .post("/app/v1/login/wechat", Door.with("jsCode", jsCode, "phoneCode", phone, "storeId", shop.storeId));
    }

    private Door.Answer payByWeChat() {
        Door.Answer order = member.app().post("/app/v1/orders", basket());
        return order.status() == 201
                ? member.app().post("/app/v1/orders/" + order.text("orderId") + "/wechat-payments", Map.of())
                : order;
    }

    private Door.Answer comesBack() {
        Door.Answer sale = shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, PRICE));
        return sale.status() == 201
                ? shop.manager.post(
                        "/store/v1/orders/" + sale.text("orderId") + "/refunds",
                        Door.with(
                                "lines",
                                List.of(Door.with("lineId", "1", "quantity", 1, "restock", true)),
                                "reason",
                                "L5"))
                : sale;
    }

    private Door.Answer book() {
        Door.Answer booked = member.app().post(gym.seats(), "");
        if (booked.status() == 201) {
            return member.app().delete("/app/v1/bookings/" + booked.text("bookingId"));
        }
        return booked;
    }
}
