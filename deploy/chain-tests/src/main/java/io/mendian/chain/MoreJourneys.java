package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What customers and staff do besides buying and returning, under the same rules: what was answered is there once. */
public final class MoreJourneys {

    private static final int TOP_UP = 20_000;
    private static final int BONUS = 1_000;
    private static final int POINTS = 5;

    private final Customers customers;
    private final Shop shop;
    private final String recharge;
    private final String offer;

    MoreJourneys(Customers customers) {
        this.customers = customers;
        shop = customers.shop;
        recharge = shop.rechargeProduct(TOP_UP, BONUS);
        offer = offer(shop.coupon(10_000, 100, 1_000, List.of(customers.sku)));
    }

    private String offer(String template) {
        return shop.hq
                .post("/hq/v1/redeem-offers", redeem(template))
                .expect(201)
                .text("offerId");
    }

    private Map<String, Object> redeem(String template) {
        return with(
                "name",
                "兑券",
                "templateId",
                template,
                "points",
                POINTS,
                "from",
                shop.chain.now().minus(Duration.ofDays(1)).toString(),
                "until",
                shop.chain.now().plus(Duration.ofDays(2)).toString(),
                "active",
                true);
    }

    /** Points buy a coupon: one for one request, or none and the points are back. */
    public void couponForPoints() {
        customers.withMember(member -> {
            Door.Answer answer =
                    Insistent.post(member.app(), "/app/v1/redeem-offers/" + offer + "/redemptions", Map.of());
            if (answer.status() == 409) {
                return answer.expectProblem(409, "NOT_ENOUGH_POINTS");
            }
            String redemption = answer.expect(201).text("redemptionId");
            Shop.until(() -> !status(member, redemption).equals("PENDING"));
            assertThat(Shop.patiently(() -> status(member, redemption))).isEqualTo("DONE");
            return answer;
        });
    }

    private static String status(Member member, String redemption) {
        return member.app()
                .get("/app/v1/me/redemptions/" + redemption)
                .expect(200)
                .text("status");
    }

    /** What was bought is exchanged for the same at once: the old order gives its money to the new one. */
    public void exchange() {
        String order = customers.bought(
                1, Insistent.postAnew(shop.clerk, "/store/v1/sales", shop.cashSale(customers.sku, 1, 10_000)));
        Map<String, Object> wish = with(
                "reasonCode",
                "DISLIKE",
                "lines",
                List.of(with("lineId", "1", "quantity", 1, "restock", true)),
                "taken",
                List.of(with("skuId", customers.sku, "quantity", 1)));
        Door.Answer answer = Insistent.postAnew(shop.manager, "/store/v1/orders/" + order + "/exchanges", wish);
        String taken = answer.expect(201).text("/newOrder/orderId");
        Shop.until(
                () -> shop.clerk.get("/store/v1/orders/" + taken).text("status").equals("PAID"));
        Shop.until(
                () -> shop.clerk.get("/store/v1/orders/" + order).text("status").equals("REFUNDED"));
        customers.paid(taken);
    }

    /** Stored value is bought and given back at once: it is frozen at the member before the money goes back. */
    public void rechargeThatComesBack() {
        customers.withMember(member -> {
            // what an order of his that was undone still holds comes back later
            Shop.until(() -> member.held() == 0);
            long before = Shop.patiently(member::storedValue);
            Map<String, Object> sale = shop.cashSale(recharge, 1, TOP_UP);
            sale.put("memberPhone", member.phone());
            String order = customers.bought(0, Insistent.postAnew(shop.clerk, "/store/v1/sales", sale));
            Shop.until(() -> member.storedValue() == before + TOP_UP + BONUS);
            customers.givesBack(order);
            Shop.until(() -> member.storedValue() == before);
            return order;
        });
    }

    /** A new product and a delivery: headquarters and the stockroom work while customers buy. */
    public void newGoods() {
        String sku = Insistent.post(
                        shop.hq,
                        "/hq/v1/skus",
                        with("code", "N" + Ean.random(), "kind", "GOODS", "name", "新品", "listPriceMinor", 1_000))
                .expect(201)
                .text("id");
        Map<String, Object> receipt = with(
                "documentNo",
                "R" + Ean.random(),
                "lines",
                List.of(with("skuId", sku, "quantity", 7, "unitCostMinor", 500)));
        Shop.until(() -> shop.manager.post("/store/v1/stock/receipts", receipt).status() == 201);
        Shop.eventually(() -> shop.onHand(sku), 7L);
    }

    /** Headquarters opens a store and makes what is sold and given there. */
    public void headquartersWorks() {
        String mark = Ean.random().substring(4);
        String ignored = Insistent.post(
                        shop.hq,
                        "/hq/v1/stores",
                        with(
                                "code",
                                "N" + mark,
                                "name",
                                "新店" + mark,
                                "kind",
                                "RETAIL",
                                "manager",
                                with("name", "王店长", "login", "wang" + mark),
                                "clerks",
                                List.of()))
                .expect(201)
                .text("/store/storeId");
        Insistent.post(
                        shop.hq,
                        "/hq/v1/recharge-packages",
                        with("name", "充" + mark, "principalMinor", TOP_UP, "bonusMinor", BONUS))
                .expect(201);
        String template = Insistent.post(
                        shop.hq, "/hq/v1/coupon-templates", Shop.amountOff(10_000, 100, 1_000, List.of(customers.sku)))
                .expect(201)
                .text("templateId");
        Insistent.post(shop.hq, "/hq/v1/redeem-offers", redeem(template)).expect(201);
    }

    /** Headquarters looks at the books, which ask every service. */
    public void looksAtTheBooks() {
        try {
            Door.Answer ignored = shop.hq.get("/hq/v1/books");
        } catch (UncheckedIOException nobodyAnswers) {
            // a look, no more
        }
    }
}
