package io.mendian.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.OrderProperties;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A crowd at the checkout takes its turns. */
@MendianTest
class CrowdTest {

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    OrderProperties settings;

    @Autowired
    Shop shop;

    @Autowired
    JdbcTemplate jdbc;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch leave = new CountDownLatch(1);

    @Test
    void soManyOrdersArePlacedAtOnceAndTheOthersWaitForTheirTurn() {
        int turns = settings.placedAtOnce();
        int crowd = turns + 16;
        StoreId store = shop.store();
        SkuId tea = shop.goods(1_000);
        MemberKey member = shop.member(0, 0);
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Thread usher = Thread.ofVirtual().start(() -> {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> threads.size() == crowd && threads.stream().allMatch(CrowdTest::waits));
            leave.countDown();
        });
        var outcomes = Race.run(crowd, i -> () -> {
            threads.add(Thread.currentThread());
            Basket basket = new Basket(store, List.of(new Basket.Item(tea, null, 1, null)), null, 0);
            return placeOrder.place(
                    OrderId.of(Ids.next()), new PlaceOrder.Command(basket, () -> at(member), 0, null, null));
        });
        assertThat(most).hasValue(turns);
        assertThat(outcomes).allSatisfy(one -> {
            // who waits too long on a busy machine is told to come again, and nothing has happened
            if (!one.succeeded()) {
                assertThat(one.failure())
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem()).isEqualTo(CommonProblem.BUSY));
            }
        });
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sales_order WHERE store_id = " + store, Long.class))
                .isEqualTo(Race.successes(outcomes));
        usher.interrupt();
    }

    private Buyer at(MemberKey member) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            leave.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            inside.decrementAndGet();
        }
        return Buyer.member(member);
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }
}
