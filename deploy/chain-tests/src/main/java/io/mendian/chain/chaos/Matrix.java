package io.mendian.chain.chaos;

import io.mendian.chain.Door;
import io.mendian.chain.Gym;
import io.mendian.chain.Member;
import io.mendian.chain.Shop;
import io.mendian.supervisor.Part;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Level L5: every journey tried once while one dependency is down: works, 503, or a failure that must not be. */
final class Matrix {

    private static final int PRICE = 3_000;

    /** What is not seen after this time counts as coming later. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private final Arena arena;
    private final Shop shop = Shop.open();
    private final Gym gym = new Gym();
    private final String sku = shop.goods("碧螺春", PRICE, 1_000);
    private final String coupon = shop.coupon(PRICE, 500, 1_000, List.of(sku));
    private final Member member = Member.joinsByWeChat(shop);
    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

    Matrix(Arena arena) {
        this.arena = arena;
        shop.sellTo(member, shop.rechargeProduct(500_000, 0), 1, 500_000);
        Shop.until(() -> member.storedValue() == 500_000);
    }

    /** What is down, how to get it down and up again. */
    private record Dependency(String name, Runnable down) {}

    void run() {
        column("all runs");
        for (Dependency dependency : dependencies()) {
            // prepared while all is well: what comes back, and who comes to the class
            dependency.down.run();
            column(dependency.name);
            arena.wires.heal();
            arena.chain.simulators().delete("/_sim/faults");
            arena.chain.up();
            Shop.until(() -> shop.clerk.get("/store/v1/me").status() == 200);
            arena.judge("L5 " + dependency.name + " was down");
        }
        shop.booksBalance();
    }

    private List<Dependency> dependencies() {
        return List.of(
                server("database", "mariadb"),
                server("cache", "redis"),
                server("broker", "kafka"),
                provider("WeChat Pay", "/v3/pay"),
                provider("WeChat login", "/sns"),
                provider("SMS", "/sms"),
                part(Part.MEMBER),
                part(Part.MARKETING),
                part(Part.INVENTORY),
                part(Part.BOOKING),
                part(Part.ANALYTICS));
    }

    private Dependency server(String name, String server) {
        return new Dependency(name, () -> arena.chain.killServer(server));
    }

    private Dependency part(Part part) {
        return new Dependency(part.title(), () -> arena.kill(part));
    }

    private Dependency provider(String name, String path) {
        return new Dependency(
                name,
                () -> arena.chain
                        .simulators()
                        .put("/_sim/faults", Door.with("http", "500", "httpPath", path))
                        .expect(200));
    }

    private void column(String name) {
        Map<String, String> column = new LinkedHashMap<>();
        long reported = reported();
        long onHand = onHand();
        journeys().forEach((journey, attempt) -> column.put(journey, outcome(attempt)));
        column.computeIfPresent(
                "sale for cash", (sale, outcome) -> outcome.equals("OK") ? outcome + later(reported, onHand) : outcome);
        cells.put(name, column);
        column.forEach((journey, outcome) -> {
            if (!outcome.startsWith("OK") && !outcome.equals("503")) {
                arena.violated();
                arena.say("VIOLATION L5 %s with %s down: %s", journey, name, outcome);
            }
        });
    }

    /** What of a sale that worked cannot be seen yet: it follows when the dependency is back. */
    private String later(long reported, long onHand) {
        boolean stock = onHand >= 0 && follows(() -> onHand() < onHand);
        boolean reports = reported >= 0 && follows(() -> reported() > reported);
        return (stock ? "" : ", stock later") + (reports ? "" : ", reports later");
    }

    private static boolean follows(Callable<Boolean> effect) {
        try {
            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(effect);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** -1: nobody says. */
    private long reported() {
        try {
            Door.Answer answer = shop.manager.get("/store/v1/reports/summary");
            return answer.status() == 200 ? answer.json().path("orders").asLong() : -1;
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    private long onHand() {
        try {
            Door.Answer answer = shop.clerk.get("/store/v1/stock/" + sku);
            return answer.status() == 200 ? answer.json().path("onHand").asLong() : -1;
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    /** The last step's status decides; an order that is placed and can be paid later counts as working. */
    private Map<String, Callable<Door.Answer>> journeys() {
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
        all.put("book a class", () -> book());
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
        Door simulators = arena.chain.simulators();
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

    private static String outcome(Callable<Door.Answer> attempt) {
        try {
            Door.Answer answer = attempt.call();
            return answer.status() < 300
                    ? "OK"
                    : answer.status() == 503 ? "503" : answer.status() + " " + answer.body();
        } catch (UncheckedIOException e) {
            return "no answer: " + e.getMessage();
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** Rows are journeys, columns what is down, in Markdown. */
    String table() {
        StringBuilder text = new StringBuilder("| journey | ");
        text.append(String.join(" | ", cells.keySet())).append(" |\n|---|");
        text.repeat("---|", cells.size()).append('\n');
        for (String journey : journeys().keySet()) {
            text.append("| ").append(journey).append(" | ");
            cells.values()
                    .forEach(column -> text.append(shortly(column.getOrDefault(journey, "?")))
                            .append(" | "));
            text.append('\n');
        }
        return text.toString();
    }

    private static String shortly(String outcome) {
        return outcome.startsWith("OK") || outcome.equals("503")
                ? outcome
                : "**" + outcome.substring(0, Math.min(3, outcome.length())).strip() + "**";
    }
}
