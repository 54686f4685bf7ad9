package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The processes that need two: a transfer between two stores, a group of two buyers, somebody who joins. */
public final class SagaJourneys {

    private static final int STOCK = 20_000;
    private static final int PRICE = 2_000;
    private static final int GROUP_PRICE = 1_500;
    private static final int SHIPPED = 2;

    private final Customers customers;
    private final Shop shop;
    private final Shop neighbour;
    private final String sku;
    private final String offer;
    private final AtomicLong bought = new AtomicLong();
    private final AtomicLong transferred = new AtomicLong();

    SagaJourneys(Customers customers) {
        this.customers = customers;
        shop = customers.shop;
        neighbour = Shop.open();
        sku = shop.goods("铁观音", PRICE, STOCK);
        offer = offer();
    }

    /** Empty when the chain is of a version that knows no such offers yet. */
    private String offer() {
        Map<String, Object> terms = with(
                "kind",
                "GROUP_BUY",
                "name",
                "两人拼团",
                "skuId",
                sku,
                "storeIds",
                List.of(shop.storeId),
                "priceMinor",
                GROUP_PRICE,
                "from",
                shop.chain.now().minus(Duration.ofDays(1)).toString(),
                "until",
                shop.chain.now().plus(Duration.ofDays(2)).toString(),
                "limitPerMember",
                10_000,
                "allotment",
                STOCK,
                "groupSize",
                2,
                "lifeHours",
                24);
        Door.Answer answer = Shop.patiently(() -> {
            Door.Answer told = shop.hq.post("/hq/v1/campaign-offers", terms);
            assertThat(told.body()).doesNotContain("\"SKU_UNKNOWN\"");
            return told;
        });
        return answer.status() == 404 ? "" : answer.expect(201).text("offerId");
    }

    /** Two pieces leave the one store and arrive in the other. */
    public void transfer() {
        Map<String, Object> shipment = with(
                "documentNo",
                "T" + Ean.random(),
                "toStoreId",
                neighbour.storeId,
                "lines",
                List.of(with("skuId", sku, "quantity", SHIPPED)));
        String transfer = Insistent.post(shop.manager, "/store/v1/stock/transfers", shipment)
                .expect(201)
                .text("transferId");
        Insistent.post(neighbour.manager, "/store/v1/stock/transfers/" + transfer + "/receipt", Map.of())
                .expect(200);
        transferred.addAndGet(SHIPPED);
    }

    /** One member opens a group, another one fills it: both may fetch their goods. */
    public void groupOfTwo() {
        if (offer.isEmpty()) {
            customers.cashSale();
            return;
        }
        List<String> orders = customers.withTwo((opens, fills) -> {
            String first = joins(opens, wish(""));
            return List.of(first, joins(fills, wish(first)));
        });
        for (String order : orders) {
            Shop.until(() -> shop.clerk
                    .get("/store/v1/orders/" + order)
                    .text("/campaign/group")
                    .equals("SUCCEEDED"));
        }
    }

    private String joins(Member member, Map<String, Object> wish) {
        // marketing-service has to hear first that the opener has paid
        Door.Answer answer = Shop.patiently(() -> {
            Door.Answer told = Insistent.postAnew(member.app(), "/app/v1/orders", wish);
            assertThat(told.body()).doesNotContain("\"GROUP_OVER\"");
            return told;
        });
        answer.expect(201);
        assertThat(answer.text("status")).as(answer.body()).isEqualTo("PAID");
        customers.paid(answer.text("orderId"));
        bought.incrementAndGet();
        return answer.text("orderId");
    }

    private Map<String, Object> wish(String group) {
        Map<String, Object> line = with("skuId", sku, "quantity", 1, "offerId", offer);
        if (!group.isEmpty()) {
            line.put("groupId", group);
        }
        return with(
                "storeId",
                shop.storeId,
                "lines",
                List.of(line),
                "handing",
                Map.of("way", "PICKUP"),
                "storedValueMinor",
                -1);
    }

    /** Opens the mini-program for the first time. */
    public void somebodyJoins() {
        Member ignored = Shop.patiently(() -> Member.joinsByWeChat(shop));
    }

    /** Every piece that was shipped or sold is gone here, every one that was received is there. */
    void compare() {
        Shop.eventually(() -> shop.available(sku), STOCK - transferred.get() - bought.get());
        if (transferred.get() > 0) {
            Shop.eventually(() -> neighbour.onHand(sku), transferred.get());
        }
    }
}
