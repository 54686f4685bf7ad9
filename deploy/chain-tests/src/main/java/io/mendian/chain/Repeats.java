package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Tills that repeat themselves in every wrong way: all at once, with another basket, with a new key. */
public final class Repeats {

    private static final int AT_ONCE = 8;
    private static final String SALES = "/store/v1/sales";

    private final Customers customers;
    private final Shop shop;
    private final AtomicLong replayed = new AtomicLong();

    public Repeats(Customers customers) {
        this.customers = customers;
        this.shop = customers.shop;
    }

    /** How many answers were given for an earlier request with the same key, here or in the gateway. */
    public long replayed() {
        return replayed.get();
    }

    /** One key, eight requests at once: one sale, and every success names it. */
    public void oneKeyManyRequests() {
        Door till = shop.clerk.withKey(UUID.randomUUID().toString());
        Object sale = shop.cashSale(customers.sku, 1, 10_000);
        List<Future<String>> sent = new ArrayList<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                sent.add(tills.submit(() -> orderOf(till, sale)));
            }
        }
        Door.Answer last = Shop.patiently(() -> till.post(SALES, sale).expect(201));
        note(last);
        String order = last.text("orderId");
        for (Future<String> one : sent) {
            assertThat(one.resultNow()).as("F20 one key is one sale").isIn("", order);
        }
        String ignored = customers.bought(1, last);
    }

    /** The order of a success; nothing when it was put off. */
    private String orderOf(Door till, Object sale) {
        try {
            Door.Answer answer = till.post(SALES, sale);
            note(answer);
            if (answer.status() == 201) {
                return answer.text("orderId");
            }
            assertThat(answer.status() >= 500 || answer.status() == 429 || answer.status() == 409)
                    .as("F20 a parallel repetition: %s", answer)
                    .isTrue();
            return "";
        } catch (UncheckedIOException nobodyAnswers) {
            return "";
        }
    }

    /** The key of a sale with another basket is refused, and sells nothing. */
    public void oneKeyTwoBaskets() {
        Door till = shop.clerk.withKey(UUID.randomUUID().toString());
        Object sale = shop.cashSale(customers.sku, 1, 10_000);
        Door.Answer first = Shop.patiently(() -> till.post(SALES, sale).expect(201));
        String order = customers.bought(1, first);
        Object other = shop.cashSale(customers.sku, 3, 10_000);
        Door.Answer refused = Shop.patiently(() -> answered(till.post(SALES, other)));
        refused.expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        Door.Answer again = Shop.patiently(() -> till.post(SALES, sale).expect(201));
        note(again);
        assertThat(again.text("orderId")).isEqualTo(order);
    }

    /** A customer who asks with a new key wants one more. */
    public void twoKeysTwoSales() {
        customers.cashSale();
        customers.cashSale();
    }

    private static Door.Answer answered(Door.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500).isNotEqualTo(429);
        return answer;
    }

    private void note(Door.Answer answer) {
        if (answer.replayed()) {
            replayed.incrementAndGet();
        }
    }
}
