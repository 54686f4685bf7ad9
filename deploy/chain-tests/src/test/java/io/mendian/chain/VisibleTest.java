package io.mendian.chain;

import static io.mendian.chain.Door.with;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a paid order moves elsewhere, and how soon it can be seen: the figures are printed, the effects are checked. */
class VisibleTest {

    private static final int ORDERS = 20;
    private static final int PRICE = 2_000;
    private static final int STOCK = 1_000;

    private final Shop shop = Shop.open();

    @Test
    void everyEffectOfAPaidOrderBecomesVisible() {
        String sku = shop.goods("龙井茶", PRICE, STOCK);
        String template = shop.coupon(PRICE, 500, ORDERS, List.of(sku));
        String recharge = shop.rechargeProduct(500_000, 0);
        Member member = Member.joinsByWeChat(shop);
        shop.sellTo(member, recharge, 1, 500_000);
        Shop.eventually(member::storedValue, 500_000L);
        // a store is new to the reports, too
        Shop.eventually(shop::reportedOrders, 1L);
        Map<String, long[]> millis = new LinkedHashMap<>();
        for (int i = 0; i < ORDERS; i++) {
            int done = i;
            long reported = shop.reportedOrders();
            String coupon = member.claims(template);
            String order = member.app()
                    .post(
                            "/app/v1/orders",
                            with(
                                    "storeId",
                                    shop.storeId,
                                    "lines",
                                    List.of(with("skuId", sku, "quantity", 1)),
                                    "couponIds",
                                    List.of(coupon),
                                    "storedValueMinor",
                                    -1))
                    .expect(201)
                    .text("orderId");
            Map<String, Callable<Boolean>> effects = new LinkedHashMap<>();
            effects.put("stock", () -> shop.onHand(sku) == STOCK - done - 1);
            effects.put("coupon", () -> member.couponState(coupon).equals("USED"));
            effects.put("points", () -> says(member, "/app/v1/me/points?limit=5", order));
            effects.put("history", () -> says(member, "/app/v1/me/orders-history", order));
            effects.put("dashboard", () -> shop.reportedOrders() == reported + 1);
            watch(effects, millis, i);
        }
        millis.forEach((effect, times) -> {
            java.util.Arrays.sort(times);
            System.out.printf(
                    "VisibleTest: %-10s p50 %4d ms, slowest %4d ms after the answer to the buyer (%d orders)%n",
                    effect, times[ORDERS / 2], times[ORDERS - 1], ORDERS);
        });
        shop.settles();
    }

    @Test
    void aLevelIsRaisedByTheOrderThatReachesIt() {
        String sku = shop.goods("金骏眉", 600_000_00L, 10);
        Member member = Member.joinsByWeChat(shop);
        String before = member.level();
        long began = System.nanoTime();
        shop.sellTo(member, sku, 1, 600_000_00L);
        Shop.until(() -> !member.level().equals(before));
        System.out.printf("VisibleTest: level      %d ms after the sale began%n", millisSince(began));
    }

    @Test
    void aRechargeBringsTheCouponsThatItPromises() {
        String sku = shop.goods("茉莉花茶", PRICE, STOCK);
        String template = shop.coupon(PRICE, 500, ORDERS, List.of(sku));
        String recharge = shop.rechargeProductWithCoupons(300_000, template, 2);
        Member member = Member.joinsByWeChat(shop);
        shop.sellTo(member, recharge, 1, 300_000);
        Shop.eventually(member::freeCoupons, 2);
        shop.settles();
    }

    private static boolean says(Member member, String path, String order) {
        return member.app().get(path).expect(200).body().contains(order);
    }

    /** Looks at what is not visible yet until everything is, and notes when each was first seen. */
    private static void watch(Map<String, Callable<Boolean>> effects, Map<String, long[]> millis, int index) {
        long began = System.nanoTime();
        Awaitility.await()
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    for (String effect : List.copyOf(effects.keySet())) {
                        if (effects.get(effect).call()) {
                            millis.computeIfAbsent(effect, any -> new long[ORDERS])[index] = millisSince(began);
                            effects.remove(effect);
                        }
                    }
                    return effects.isEmpty();
                });
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
