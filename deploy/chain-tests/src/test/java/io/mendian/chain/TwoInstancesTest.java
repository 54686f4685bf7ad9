package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.supervisor.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances of a service with all their timers, relays and consumers: one is killed, and only what was in flight is asked again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

    private static final int TILLS = 4;
    private static final int STOCK = 20_000;

    private final Shop shop = Shop.open();
    private final ChainUnderTest chain = shop.chain;
    private final String sku = shop.goods("龙井茶", 2_000, STOCK);
    private final AtomicInteger sold = new AtomicInteger();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger unanswered = new AtomicInteger();

    @AfterEach
    void one() {
        chain.up();
        chain.killSecond(Part.ORDER);
        chain.knowBoth(List.of());
    }

    @Test
    void killingOneOfTwoInstancesLosesNoRequestBeyondThoseInFlight() {
        chain.upSecond(Part.ORDER);
        chain.knowBoth(List.of(Part.ORDER));
        List<CompletableFuture<Void>> tills = IntStream.range(0, TILLS)
                .mapToObj(till -> CompletableFuture.runAsync(this::sell, Thread::startVirtualThread))
                .toList();
        sellsOn(40);
        assertThat(unanswered).as("both run").hasValue(0);
        chain.kill(Part.ORDER);
        sellsOn(40);
        assertThat(unanswered).as("each till had at most one request in flight").hasValueLessThanOrEqualTo(TILLS);
        int lost = unanswered.get();
        chain.up();
        sellsOn(40);
        assertThat(unanswered).as("one comes back").hasValue(lost);
        chain.killSecond(Part.ORDER);
        sellsOn(40);
        assertThat(unanswered).as("the other one is killed").hasValueLessThanOrEqualTo(lost + TILLS);
        open.set(false);
        new ArrayList<>(tills).forEach(CompletableFuture::join);
        Shop.eventually(() -> shop.onHand(sku), (long) STOCK - sold.get());
        Shop.eventually(shop::reportedOrders, (long) sold.get());
        shop.settles();
        System.out.printf(
                "TwoInstancesTest: %d sales at %d tills, two kills, %d requests asked again%n",
                sold.get(), TILLS, unanswered.get());
    }

    private void sellsOn(int sales) {
        int before = sold.get();
        Shop.until(() -> sold.get() >= before + sales);
    }

    private void sell() {
        while (open.get()) {
            Insistent sale = new Insistent(shop.clerk, "/store/v1/sales", shop.cashSale(sku, 1, 2_000));
            if (!sale.send()) {
                unanswered.incrementAndGet();
            }
            sale.answer().expect(201);
            sold.incrementAndGet();
        }
    }
}
