package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Merchant;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.Journal;
import io.mendian.simulators.world.SimClock;
import io.mendian.simulators.world.World;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders and refunds without HTTP, whose signatures would hold the threads apart. */
class BooksRaceTest {

    private static final int ROUNDS = 300;
    private static final int THREADS = 2;

    private final SimClock clock = new SimClock();
    private final World world = new World(clock, new Journal(clock, null), 0.01);
    private final Trades trades = new Trades(world);
    private final Refunds refunds = new Refunds(world, trades);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void withoutTheMinuteBetweenRefunds() {
        world.switches().set(Faults.of(Merchant.JSON.readTree("{\"limits\":\"off\"}")));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        world.close();
    }

    @Test
    void oneOrderNumberIsOnePrepay() {
        // between looking and placing there are only nanoseconds: many rounds, or a broken rule goes unseen
        for (int round = 0; round < 20 * ROUNDS; round++) {
            String no = "ORDER-" + round;
            AtomicInteger handle = new AtomicInteger();

            List<String> handles = race(() -> trades.place(wish(no, "wx" + handle.incrementAndGet()))
                    .wish()
                    .handle());

            assertThat(handles.stream().distinct()).as("round %d", round).hasSize(1);
        }
    }

    @Test
    void anOrderIsPaidOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String no = "ORDER-" + round;
            trades.place(wish(no, "wx"));

            List<Boolean> paid = race(() -> accepted(() -> trades.pay(no, "o-lina", 0)));

            assertThat(paid.stream().filter(p -> p)).as("round %d", round).hasSize(1);
        }
    }

    @Test
    void refundsDoNotExceedWhatWasPaid() {
        for (int round = 0; round < ROUNDS; round++) {
            String no = "ORDER-" + round;
            trades.place(wish(no, "wx"));
            Trade trade = trades.pay(no, "o-lina", 0);
            AtomicInteger refund = new AtomicInteger();

            List<Boolean> given = race(() -> accepted(() ->
                    refunds.accept(new Refunds.Wish(no + "R" + refund.incrementAndGet(), trade, 400, 600, "", ""))));

            assertThat(given.stream().filter(g -> g)).as("round %d", round).hasSize(1);
        }
    }

    @Test
    void oneRefundNumberIsOneRefund() {
        for (int round = 0; round < ROUNDS; round++) {
            String no = "ORDER-" + round;
            trades.place(wish(no, "wx"));
            Trade trade = trades.pay(no, "o-lina", 0);

            List<Boolean> isNew = race(() -> refunds.accept(new Refunds.Wish(no + "R", trade, 100, 600, "", ""))
                    .isNew());

            assertThat(isNew.stream().filter(n -> n)).as("round %d", round).hasSize(1);
        }
    }

    private Trade.Wish wish(String no, String handle) {
        return new Trade.Wish(no, Trade.Type.JSAPI, "拿铁", "", "", 600, "o-lina", handle, "same", clock.instant(), null);
    }

    private static boolean accepted(Callable<?> call) throws Exception {
        try {
            call.call();
            return true;
        } catch (PayRefusal e) {
            return false;
        }
    }

    private <T> List<T> race(Callable<T> call) {
        AtomicInteger ready = new AtomicInteger();
        Callable<T> together = () -> {
            ready.incrementAndGet();
            while (ready.get() < THREADS) { // a barrier would wake them one after the other
                Thread.onSpinWait();
            }
            return call.call();
        };
        try {
            return threads.invokeAll(Collections.nCopies(THREADS, together)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
