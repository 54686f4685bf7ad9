package io.mendian.bench.bed;

import static io.mendian.bench.bed.Api.with;

import io.mendian.supervisor.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A store with goods on its shelf, a clerk at the till, and members with money on their balance and the mini-program open. */
public final class Town {

    static final String PASSWORD = "Bench-2026-staff";
    private static final int SHELF = 10_000_000;
    private static final long CREDIT = 400_000;

    private final Bed bed;
    private final String letter;
    private final String storeId;
    private final Api manager;
    private final Api clerk;
    private final List<String> goods = new ArrayList<>();
    private final List<Shopper> shoppers = new ArrayList<>();
    private int numbers;

    /** Somebody with the mini-program in his hand. */
    public record Shopper(String memberKey, String token, String phone) {}

    private Town(Bed bed, int number) {
        this.bed = bed;
        this.letter = number == 0 ? "P" : "N";
        this.storeId = History.of(bed).storeIds().get(number);
        this.manager = login("bench-manager-" + number);
        this.clerk = login("bench-clerk-" + number);
    }

    /** The first store. */
    public static Town of(Bed bed) {
        return bed.keep("town", Town.class, () -> new Town(bed, 0));
    }

    /** The second store, where nothing happens while the first one is busy; its shoppers are none of the first one's. */
    public static Town neighbour(Bed bed) {
        return bed.keep("neighbour", Town.class, () -> new Town(bed, 1));
    }

    private Api login(String name) {
        Api door = bed.anonymous();
        String token = door.post("/store/v1/login", Map.of("login", name, "password", PASSWORD))
                .path("accessToken")
                .asString();
        JsonNode changed = door.as(token)
                .post("/store/v1/login/password", Map.of("currentPassword", PASSWORD, "newPassword", PASSWORD + "-1"));
        String fresh = changed.path("accessToken").asString("");
        return door.as(fresh.isEmpty() ? token : fresh);
    }

    public String storeId() {
        return storeId;
    }

    public Api clerk() {
        return clerk;
    }

    public Api manager() {
        return manager;
    }

    /** At least so many products with a full shelf. */
    public List<String> goods(int count) {
        while (goods.size() < count) {
            goods.add(product(100 + 10L * goods.size(), SHELF));
        }
        return goods.subList(0, count);
    }

    /** One more product with so many pieces, known to every service. */
    public String product(long priceMinor, int pieces) {
        String code = letter + ++numbers;
        String sku = bed.hq()
                .post(
                        "/hq/v1/skus",
                        with("code", code, "kind", "GOODS", "name", "商品" + code, "listPriceMinor", priceMinor))
                .path("id")
                .asString();
        Api.until("the shelf of " + code, () -> {
            manager.post(
                    "/store/v1/stock/receipts",
                    with(
                            "documentNo",
                            "R" + code,
                            "lines",
                            List.of(with("skuId", sku, "quantity", pieces, "unitCostMinor", 500))));
            return true;
        });
        Api.until("the stock of " + code, () -> onHand(sku) == pieces);
        return sku;
    }

    public long onHand(String sku) {
        return clerk.get("/store/v1/stock/" + sku).path("onHand").asLong(-1);
    }

    /** At least so many members with stored value. */
    public List<Shopper> shoppers(int count) {
        String recharge = bed.keep("recharge", String.class, this::rechargeProduct);
        while (shoppers.size() < count) {
            Shopper shopper = join();
            clerk.post(
                    "/store/v1/sales",
                    with(
                            "lines",
                            List.of(with("skuId", recharge, "quantity", 1)),
                            "memberPhone",
                            shopper.phone(),
                            "cash",
                            with("receivedMinor", CREDIT)));
            shoppers.add(shopper);
        }
        Shopper last = shoppers.get(count - 1);
        Api.until("the last recharge", () -> storedValue(last) > 0);
        return List.copyOf(shoppers.subList(0, count));
    }

    /** He shows his code at the till: for ten minutes the clerk may use his coupons, points and stored value. */
    public void present(Shopper shopper) {
        String code = bed.anonymous()
                .as(shopper.token())
                .post("/app/v1/member-code", Map.of())
                .path("code")
                .asString();
        JsonNode ignored = clerk.post(
                "/store/v1/quotes",
                with("memberCode", code, "lines", List.of(with("skuId", goods(1).getFirst(), "quantity", 1))));
    }

    public long storedValue(Shopper shopper) {
        JsonNode wallet = bed.anonymous().as(shopper.token()).get("/app/v1/me/stored-value");
        return wallet.path("principalMinor").asLong()
                + wallet.path("bonusMinor").asLong();
    }

    private String rechargeProduct() {
        String packageId = bed.hq()
                .post(
                        "/hq/v1/recharge-packages",
                        with("name", "充4000送400", "principalMinor", CREDIT, "bonusMinor", CREDIT / 10))
                .path("id")
                .asString();
        return bed.hq()
                .post(
                        "/hq/v1/skus",
                        with(
                                "code",
                                "RECHARGE",
                                "kind",
                                "RECHARGE",
                                "name",
                                "充4000送400",
                                "listPriceMinor",
                                CREDIT,
                                "rechargePackageId",
                                packageId))
                .path("id")
                .asString();
    }

    private Shopper join() {
        Api simulators = new Api(bed.portOf(Part.SIMULATORS), "");
        String phone = (letter.equals("P") ? "1380000" : "1380001")
                + String.format(java.util.Locale.ROOT, "%04d", shoppers.size());
        String jsCode =
                simulators.post("/_sim/wechat/codes", Map.of()).path("js_code").asString();
        String phoneCode = simulators
                .post("/_sim/wechat/phone-codes", Map.of("phone", "+86" + phone))
                .path("code")
                .asString();
        JsonNode login = bed.anonymous()
                .post("/app/v1/login/wechat", with("jsCode", jsCode, "phoneCode", phoneCode, "storeId", storeId));
        return new Shopper(
                login.path("memberKey").asString(), login.path("accessToken").asString(), phone);
    }
}
