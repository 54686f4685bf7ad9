package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker or the cache is away: checkout goes on, and everything arrives when they are back. */
class OutageTest {

    private static final int STOCK = 2_000;
    private static final Duration AWAY = Duration.ofSeconds(20);

    @Test
    void checkoutGoesOnWithoutTheBrokerAndEverythingArrivesAfterwards() {
        Shop shop = Shop.open();
        String sku = shop.goods("龙井茶", 2_000, STOCK);
        Member member = Member.joinsByPhone(shop);
        shop.chain.killServer("kafka");
        long sold = 0;
        for (Instant end = Instant.now().plus(AWAY); Instant.now().isBefore(end); sold++) {
            shop.sellTo(member, sku, 1, 2_000);
        }
        assertThat(sold).isPositive();
        shop.chain.up();
        Shop.eventually(() -> shop.onHand(sku), STOCK - sold);
        Shop.eventually(shop::reportedOrders, sold);
        shop.settles();
        assertThat(shop.reserved(sku)).isZero();
        assertThat(member.points()).isGreaterThanOrEqualTo(20 * sold);
    }

    @Test
    void aTokenAndACheckoutWorkWithoutTheCache() {
        Shop shop = Shop.open();
        String sku = shop.goods("龙井茶", 2_000, 10);
        Member member = Member.joinsByPhone(shop);
        shop.chain.killServer("redis");
        member.app().get("/app/v1/me").expect(200);
        shop.clerk.get("/store/v1/me").expect(200);
        shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, 2_000)).expect(201);
        Map<String, Object> basket =
                Door.with("storeId", shop.storeId, "lines", List.of(Door.with("skuId", sku, "quantity", 1)));
        String order = member.app().post("/app/v1/orders", basket).expect(201).text("orderId");
        member.app().post("/app/v1/orders/" + order + "/cancel", Map.of()).expect(200);
        shop.chain.up();
        Shop.eventually(() -> shop.onHand(sku), 9L);
        shop.settles();
    }
}
