package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A store of its own with a manager and a clerk, and what one does there. */
public final class Shop {

    public static final Duration PATIENCE = Duration.ofSeconds(300);

    public final ChainUnderTest chain = ChainUnderTest.running();
    public final Door hq = Headquarters.door();
    public final String mark = Long.toString(ThreadLocalRandom.current().nextLong(100_000, 999_999));
    public final String storeId;
    public final Door manager;
    public final Door clerk;
    public final String managerId;
    public final String clerkId;

    private Shop(String kind) {
        JsonNode opened = hq.post(
                        "/hq/v1/stores",
                        with(
                                "code",
                                "S" + mark,
                                "name",
                                "徐汇店" + mark,
                                "kind",
                                kind,
                                "manager",
                                with("name", "王店长", "login", "wang" + mark),
                                "clerks",
                                List.of(with("name", "小李", "login", "li" + mark))))
                .expect(201)
                .json();
        storeId = opened.path("store").path("storeId").asString();
        managerId = opened.at("/staff/0/staff/staffId").asString();
        clerkId = opened.at("/staff/1/staff/staffId").asString();
        manager = login(opened.at("/staff/0"));
        clerk = login(opened.at("/staff/1"));
        until(() -> clerk.get("/store/v1/days/today").status() == 200);
    }

    public static Shop open() {
        return new Shop("RETAIL");
    }

    static Shop openGym() {
        return new Shop("GYM");
    }

    private Door login(JsonNode person) {
        String login = person.at("/staff/login").asString();
        String oneTime = person.path("oneTimePassword").asString();
        String password = "Mendian-" + login + "-26";
        String first = chain.door()
                .post("/store/v1/login", Map.of("login", login, "password", oneTime))
                .expect(200)
                .text("accessToken");
        return chain.door()
                .as(
                        "/store",
                        chain.door()
                                .as(first)
                                .post(
                                        "/store/v1/login/password",
                                        Map.of("currentPassword", oneTime, "newPassword", password))
                                .expect(200)
                                .json());
    }

    /** A product with stock, known to every service. */
    public String goods(String name, long listPriceMinor, int quantity) {
        String sku = hq.post(
                        "/hq/v1/skus",
                        with(
                                "code",
                                "G" + mark + "-" + Ean.random().substring(4, 12),
                                "kind",
                                "GOODS",
                                "name",
                                name,
                                "listPriceMinor",
                                listPriceMinor))
                .expect(201)
                .text("id");
        receive(sku, quantity);
        return sku;
    }

    /** The same receipt until the stock knows store and product: a document counts once. */
    void receive(String sku, int quantity) {
        String no = "R" + Ean.random();
        until(() -> manager.post(
                                "/store/v1/stock/receipts",
                                with(
                                        "documentNo",
                                        no,
                                        "lines",
                                        List.of(with("skuId", sku, "quantity", quantity, "unitCostMinor", 500))))
                        .status()
                == 201);
        eventually(() -> onHand(sku), (long) quantity);
    }

    /** Sells a recharge package: the id of its product. */
    public String rechargeProduct(long principalMinor, long bonusMinor) {
        return rechargeProduct(principalMinor, with("bonusMinor", bonusMinor));
    }

    /** Sells a recharge package that brings coupons, too: the id of its product. */
    public String rechargeProductWithCoupons(long principalMinor, String template, int coupons) {
        List<?> kinds = List.of(with("templateId", template, "count", coupons, "valueMinor", 0));
        return rechargeProduct(principalMinor, with("bonusMinor", 0, "extras", with("points", 0, "coupons", kinds)));
    }

    private String rechargeProduct(long principalMinor, Map<String, Object> gives) {
        String name = "储值 " + principalMinor / 100;
        Map<String, Object> terms = new LinkedHashMap<>(gives);
        terms.put("name", name);
        terms.put("principalMinor", principalMinor);
        String packageId =
                hq.post("/hq/v1/recharge-packages", terms).expect(201).text("id");
        return hq.post(
                        "/hq/v1/skus",
                        with(
                                "code", "RC" + mark + principalMinor,
                                "kind", "RECHARGE",
                                "name", name,
                                "listPriceMinor", principalMinor,
                                "rechargePackageId", packageId))
                .expect(201)
                .text("id");
    }

    /** A coupon template 满减 that everybody may claim. */
    public String coupon(long thresholdMinor, long amountMinor, int perMember, List<String> skus) {
        return hq.post("/hq/v1/coupon-templates", amountOff(thresholdMinor, amountMinor, perMember, skus))
                .expect(201)
                .text("templateId");
    }

    static Map<String, Object> amountOff(long thresholdMinor, long amountMinor, int perMember, List<String> skus) {
        return with(
                "name",
                "满" + thresholdMinor / 100 + "减" + amountMinor / 100,
                "kind",
                "AMOUNT_OFF",
                "settings",
                with("thresholdMinor", thresholdMinor, "amountMinor", amountMinor),
                "scope",
                with("skuIds", skus),
                "limits",
                with("perMember", perMember),
                "validity",
                with("days", 30),
                "claimable",
                true,
                "state",
                "LIVE");
    }

    public Map<String, Object> cashSale(String sku, int quantity, long receivedMinor) {
        return with(
                "lines",
                List.of(with("skuId", sku, "quantity", quantity)),
                "cash",
                with("receivedMinor", receivedMinor));
    }

    /** The member buys at the till with cash. */
    public Door.Answer sellTo(Member member, String sku, int quantity, long receivedMinor) {
        Map<String, Object> sale = cashSale(sku, quantity, receivedMinor);
        sale.put("memberPhone", member.phone());
        return clerk.post("/store/v1/sales", sale).expect(201);
    }

    long onHand(String sku) {
        return stock(sku, "onHand");
    }

    long reserved(String sku) {
        return stock(sku, "reserved");
    }

    /** What can still be sold. */
    long available(String sku) {
        return onHand(sku) - reserved(sku);
    }

    private long stock(String sku, String what) {
        Door.Answer answer = clerk.get("/store/v1/stock/" + sku);
        return answer.status() == 200 ? answer.json().path(what).asLong() : -1;
    }

    /** How many orders of this store are in the state. */
    long orders(String status) {
        return orderIds(status).size();
    }

    /** The orders of this store that were paid, whether something came back or not. */
    List<String> finishedOrders() {
        return Stream.of("PAID", "PARTLY_REFUNDED", "REFUNDED")
                .flatMap(status -> orderIds(status).stream())
                .toList();
    }

    private List<String> orderIds(String status) {
        List<String> ids = new ArrayList<>();
        String before = "";
        while (true) {
            JsonNode page = clerk.get("/store/v1/orders?limit=200&status=" + status + before)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> ids.add(item.path("orderId").asString()));
            String next = page.path("next").asString("");
            if (next.isEmpty()) {
                return ids;
            }
            before = "&before=" + next;
        }
    }

    /** The store's figures of all days. */
    JsonNode report() {
        return hq.get("/hq/v1/reports/summary?from=2026-01-01&to=2099-01-01&storeId=" + storeId)
                .expect(200)
                .json();
    }

    /** Sales and recharges. */
    long reportedOrders() {
        JsonNode report = report();
        return report.path("orders").asLong() + report.path("recharges").asLong();
    }

    /** Every order of this store has ended, every event has arrived, and the books of the whole chain balance. */
    public void settles() {
        until(() -> orders("PLACING") == 0 && orders("PENDING_PAYMENT") == 0);
        booksBalance();
    }

    public void booksBalance() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .ignoreException(java.io.UncheckedIOException.class)
                .untilAsserted(() -> assertThat(unbalanced()).isEmpty());
    }

    private List<String> unbalanced() {
        JsonNode books = hq.get("/hq/v1/books").expect(200).json();
        List<String> found = new ArrayList<>();
        for (JsonNode service : books.path("services")) {
            for (JsonNode check : service.path("checks")) {
                if (!check.path("balanced").asBoolean()) {
                    found.add(service.path("service").asString() + ": " + check);
                }
            }
        }
        if (found.isEmpty() && !books.path("balanced").asBoolean()) {
            found.add(books.toString());
        }
        return found;
    }

    public static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                // a part that is away right now says 503, or nothing
                .ignoreExceptionsMatching(e -> e instanceof java.io.UncheckedIOException || e instanceof AssertionError)
                .until(condition);
    }

    /** Asks until there is an answer: a part may be away right now. */
    static <T> T patiently(Callable<T> question) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        until(() -> {
            answer.set(question.call());
            return true;
        });
        return Objects.requireNonNull(answer.get());
    }

    static <T> void eventually(Supplier<T> figure, T wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(java.io.UncheckedIOException.class)
                .untilAsserted(() -> assertThat(figure.get()).isEqualTo(wanted));
    }
}
