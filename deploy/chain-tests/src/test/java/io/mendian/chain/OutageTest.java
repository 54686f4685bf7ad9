package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The broker, the cache or the payment provider is away: trade goes on, and everything is as it should be when they are back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

    private static final int STOCK = 5_000;
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final int AT_ONCE = 24;

    private final Shop shop = Shop.open();

    @Test
    void checkoutGoesOnWithoutTheBrokerAndEverythingArrivesInOrderAfterwards() {
        String sku = shop.goods("龙井茶", 2_000, STOCK);
        long reported = Shop.patiently(shop::reportedOrders);
        Member member = Member.joinsByWeChat(shop);
        List<String> orders = new ArrayList<>();
        shop.chain.killServer("kafka");
        for (Instant end = Instant.now().plus(AWAY); Instant.now().isBefore(end); ) {
            orders.add(shop.sellTo(member, sku, 1, 2_000).text("orderId"));
        }
        shop.chain.up();
        long sold = orders.size();
        Shop.eventually(() -> shop.onHand(sku), STOCK - sold);
        Shop.eventually(shop::reportedOrders, reported + sold);
        Shop.until(() -> member.pointsCauses().containsAll(orders));
        shop.settles();
        assertThat(member.pointsCauses()).containsOnlyOnceElementsOf(orders);
        assertThat(shop.reserved(sku)).isZero();
        Topics topics = Topics.inOrder(shop.chain.kafka());
        System.out.printf(
                "OutageTest: %d sales while the broker was away; %d events in order, %d delivered again%n",
                sold, topics.events(), topics.repeated());
    }

    @Test
    void aTokenAndACheckoutWorkWithoutTheCache() {
        String sku = shop.goods("龙井茶", 2_000, 10);
        Member member = Member.joinsByWeChat(shop);
        shop.chain.killServer("redis");
        member.app().get("/app/v1/me").expect(200);
        shop.clerk.get("/store/v1/me").expect(200);
        shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, 2_000)).expect(201);
        Map<String, Object> basket = with("storeId", shop.storeId, "lines", List.of(with("skuId", sku, "quantity", 1)));
        String order = member.app().post("/app/v1/orders", basket).expect(201).text("orderId");
        member.app().post("/app/v1/orders/" + order + "/cancel", Map.of()).expect(200);
        shop.chain.up();
        Shop.eventually(() -> shop.onHand(sku), 9L);
        shop.settles();
    }

    @Test
    void aCacheThatForgetsEverythingChangesNoAmount() {
        String sku = shop.goods("龙井茶", 2_000, STOCK);
        Member member = Member.joinsByWeChat(shop);
        AtomicInteger sold = new AtomicInteger();
        AtomicBoolean open = new AtomicBoolean(true);
        List<CompletableFuture<Void>> tills = IntStream.range(0, 4)
                .mapToObj(till -> CompletableFuture.runAsync(
                        () -> {
                            while (open.get()) {
                                sellsAtTheRightPriceOrSays503(sku, sold);
                                assertThat(member.app().get("/app/v1/me").status())
                                        .isIn(200, 503);
                            }
                        },
                        Thread::startVirtualThread))
                .toList();
        for (int emptied = 0; emptied < 5; emptied++) {
            int before = sold.get();
            Shop.until(() -> sold.get() > before + 5);
            shop.chain.emptyRedis();
        }
        shop.chain.killServer("redis");
        int before = sold.get();
        Shop.until(() -> sold.get() > before + 5);
        shop.chain.up();
        int back = sold.get();
        Shop.until(() -> sold.get() > back + 5);
        open.set(false);
        tills.forEach(CompletableFuture::join);
        Shop.eventually(() -> shop.onHand(sku), (long) STOCK - sold.get());
        shop.settles();
    }

    private void sellsAtTheRightPriceOrSays503(String sku, AtomicInteger sold) {
        Door.Answer sale = shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, 2_000));
        assertThat(sale.status()).as(sale.body()).isIn(201, 503);
        if (sale.status() == 201) {
            assertThat(sale.number("payableMinor")).isEqualTo(2_000);
            sold.incrementAndGet();
        }
    }

    @Test
    void aSilentPaymentProviderLeavesOrdersPayableAndTheTillQuick() {
        String sku = shop.goods("龙井茶", 2_000, STOCK);
        Member member = Member.joinsByWeChat(shop);
        Map<String, Object> basket = with("storeId", shop.storeId, "lines", List.of(with("skuId", sku, "quantity", 1)));
        List<Insistent> payments = Stream.generate(() ->
                        member.app().post("/app/v1/orders", basket).expect(201).text("orderId"))
                .limit(AT_ONCE)
                .map(order -> new Insistent(member.app(), "/app/v1/orders/" + order + "/wechat-payments", Map.of()))
                .toList();
        long calm = medianMillis(() -> shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, 2_000)));
        shop.chain
                .simulators()
                .put("/_sim/faults", with("http", "hang", "effect", "none"))
                .expect(200);
        AtomicBoolean silent = new AtomicBoolean(true);
        List<CompletableFuture<Void>> waiting = payments.stream()
                .map(payment -> CompletableFuture.runAsync(
                        () -> {
                            while (silent.get()) {
                                boolean answered = payment.send();
                                // what was sent in the last moment of silence may be answered after it
                                assertThat(answered && silent.get())
                                        .as(payment.toString())
                                        .isFalse();
                            }
                        },
                        Thread::startVirtualThread))
                .toList();
        long silentMillis = medianMillis(() -> shop.clerk.post("/store/v1/sales", shop.cashSale(sku, 1, 2_000)));
        silent.set(false);
        shop.chain.simulators().delete("/_sim/faults").expect(200);
        waiting.forEach(CompletableFuture::join);
        System.out.printf(
                "OutageTest: a sale takes %d ms, with %d payments waiting for a silent provider %d ms (median of %d)%n",
                calm, AT_ONCE, silentMillis, SALES);
        assertThat(silentMillis).isLessThan(10 * (calm + 10));
        for (Insistent payment : payments) {
            String number = payment.answer().expect(201).text("outTradeNo");
            shop.chain
                    .simulators()
                    .post("/_sim/pay/" + number + "/pay", Map.of())
                    .expect(200);
        }
        shop.settles();
        Shop.eventually(() -> shop.onHand(sku), STOCK - 2L * SALES - AT_ONCE);
    }

    private static final int SALES = 40;

    private static long medianMillis(Supplier<Door.Answer> sale) {
        long[] millis = new long[SALES];
        for (int i = 0; i < SALES; i++) {
            long began = System.nanoTime();
            sale.get().expect(201);
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        return millis[SALES / 2];
    }
}
