package io.mendian.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.gateway.front.Refusals;
import io.mendian.gateway.routing.RouteTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** A crowd at one route waits in the gateway, in order, and nobody loses a place for the others. */
class CrowdsTest {

    private static final String SALES = "/store/v1/sales";
    private static final Duration LONG = Duration.ofMinutes(10);

    /** A request that is with the service until its {@code answer} is given. */
    private record AtWork(String name, Sinks.Empty<Void> answer) {}

    private final BlockingQueue<AtWork> service = new LinkedBlockingQueue<>();

    @Test
    void whoWaitsIsLetInInTheOrderOfHisArrival() throws Exception {
        Crowds crowds = crowds(1, 10, LONG);
        for (int i = 0; i < 6; i++) {
            Disposable ignored =
                    ask(crowds, HttpMethod.POST, SALES, "buyer" + i).subscribe();
        }
        for (int i = 0; i < 6; i++) {
            AtWork first = next();
            assertThat(first.name()).isEqualTo("buyer" + i);
            assertThat(crowds.line(SALES).waiting()).isEqualTo(5 - i);
            first.answer().tryEmitEmpty().orThrow();
        }
        assertIsEmpty(crowds);
    }

    @Test
    void aCrowdHoldsUpNeitherOtherRoutesNorReaders() throws Exception {
        Crowds crowds = crowds(1, 10, LONG);
        Disposable ignored = ask(crowds, HttpMethod.POST, SALES, "first").subscribe();
        Disposable waits = ask(crowds, HttpMethod.POST, SALES, "second").subscribe();
        next();
        for (Mono<HttpStatus> other : List.of(
                ask(crowds, HttpMethod.GET, SALES, "reader"),
                ask(crowds, HttpMethod.POST, "/store/v1/quotes", "other"),
                ask(crowds, HttpMethod.POST, "/nobody", "unknown"))) {
            Disposable served = other.subscribe();
            assertThat(next().name()).isNotEqualTo("second");
            served.dispose();
        }
        assertThat(crowds.line(SALES).waiting()).isEqualTo(1);
        waits.dispose();
        assertThat(crowds.line(SALES).waiting()).isZero();
    }

    @Test
    void aFullLineTellsTheNextOneAtOnceToComeAgain() throws Exception {
        Crowds crowds = crowds(1, 1, LONG);
        Disposable first = ask(crowds, HttpMethod.POST, SALES, "first").subscribe();
        Disposable second = ask(crowds, HttpMethod.POST, SALES, "second").subscribe();
        assertThat(ask(crowds, HttpMethod.POST, SALES, "third").block()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        first.dispose();
        assertThat(next().name()).isEqualTo("first");
        assertThat(next().name()).as("who was inside has gone away").isEqualTo("second");
        second.dispose();
        assertIsEmpty(crowds);
    }

    @Test
    void whoHasWaitedTooLongIsToldToComeAgainAndNobodyWaitsForHim() throws Exception {
        Crowds crowds = crowds(1, 10, Duration.ofMillis(1));
        Disposable inside = ask(crowds, HttpMethod.POST, SALES, "inside").subscribe();
        assertThat(ask(crowds, HttpMethod.POST, SALES, "late").block()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(crowds.line(SALES).waiting()).isZero();
        inside.dispose();
        assertThat(next().name()).isEqualTo("inside");
        assertIsEmpty(crowds);
    }

    @Test
    void aServiceThatFailsEveryoneAtOnceLetsThroughALongLine() throws Exception {
        int many = 20_000;
        Crowds crowds = crowds(1, many, LONG);
        Disposable inside = ask(crowds, HttpMethod.POST, SALES, "inside").subscribe();
        CountDownLatch failed = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            Disposable ignored = crowds.filter(
                            exchange(HttpMethod.POST, SALES), any -> Mono.error(new IllegalStateException("away")))
                    .subscribe(any -> {}, error -> failed.countDown());
        }
        inside.dispose();
        assertThat(failed.await(2, TimeUnit.MINUTES)).isTrue();
        assertIsEmpty(crowds);
    }

    /** Answers, failures, clients that go away while they wait or are served, and patience that ends, all at the same time. */
    @Test
    void whateverBecomesOfThemEveryPlaceIsGivenOn() throws Exception {
        int atOnce = 8;
        Crowds crowds = crowds(atOnce, 300, Duration.ofMillis(20));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Random random = new Random(7);
        List<Mono<?>> all = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int fate = random.nextInt(4);
            Duration work = Duration.ofNanos(random.nextInt(2_000_000));
            Mono<Void> asked = crowds.filter(
                    exchange(HttpMethod.POST, SALES),
                    any -> Mono.defer(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        AtomicBoolean gone = new AtomicBoolean();
                        Runnable leave = () -> inside.addAndGet(gone.getAndSet(true) ? 0 : -1);
                        Mono<Void> answer = Mono.delay(work).then();
                        return (fate == 0 ? answer.then(Mono.<Void>error(new IllegalStateException("failed"))) : answer)
                                .doOnTerminate(leave)
                                .doOnCancel(leave);
                    }));
            Mono<Void> fated = fate == 1 ? asked.timeout(work, Mono.empty()) : asked;
            all.add(fated.onErrorComplete().subscribeOn(Schedulers.boundedElastic()));
        }
        Mono.whenDelayError(all).block(LONG);
        assertThat(most).hasValue(atOnce);
        assertThat(inside).hasValue(0);
        assertIsEmpty(crowds);
    }

    /** A place is left on the thread that gave the answer. */
    private static void assertIsEmpty(Crowds crowds) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(crowds.line(SALES).inside()).isZero();
            assertThat(crowds.line(SALES).waiting()).isZero();
        });
    }

    private AtWork next() throws InterruptedException {
        AtWork next = service.poll(2, TimeUnit.MINUTES);
        assertThat(next).as("somebody is let in").isNotNull();
        return next;
    }

    private Mono<HttpStatus> ask(Crowds crowds, HttpMethod method, String path, String name) {
        MockServerWebExchange exchange = exchange(method, path);
        return crowds.filter(
                        exchange,
                        any -> Mono.defer(() -> {
                            AtWork work = new AtWork(name, Sinks.empty());
                            service.add(work);
                            return work.answer().asMono();
                        }))
                .then(Mono.fromSupplier(
                        () -> (HttpStatus) exchange.getResponse().getStatusCode()));
    }

    private static MockServerWebExchange exchange(HttpMethod method, String path) {
        return MockServerWebExchange.from(MockServerHttpRequest.method(method, path));
    }

    private static Crowds crowds(int atOnce, int waiting, Duration within) {
        RouteTable table = new RouteTable();
        table.add(SALES, "order-service");
        table.add("/store/v1/quotes", "order-service");
        return new Crowds(
                table,
                new Crowds.Settings(atOnce, waiting, within),
                new Refusals(JsonMapper.builder().build()));
    }
}
