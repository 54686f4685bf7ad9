package io.mendian.testkit.sample;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {

    /** How many requests work in {@code slow}, ever; each ends with a permit of the gate. */
    static final AtomicInteger LEADERS = new AtomicInteger();

    static final Semaphore GATE = new Semaphore(0);

    private static final Set<Long> FAILED = ConcurrentHashMap.newKeySet();

    private final JdbcTemplate jdbc;
    private final Outbox outbox;

    SampleController(JdbcTemplate jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    record Amount(@Positive long amount) {}

    record Answer(MemberKey member, long total) {}

    record Made(String id) {}

    @PostMapping("/app/v1/add")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow
    Answer add(@jakarta.validation.Valid @RequestBody Amount body, Caller caller) {
        jdbc.update(
                "INSERT INTO sample (member_key, total) VALUES (?, ?) ON DUPLICATE KEY UPDATE total = total + ?",
                caller.memberKey().value(),
                body.amount(),
                body.amount());
        outbox.add(new OrderCancelled(
                OrderId.of(caller.memberKey().value()), StoreId.of(1), caller.memberKey(), "TEST", Instant.EPOCH));
        return new Answer(
                caller.memberKey(),
                jdbc.queryForObject(
                        "SELECT total FROM sample WHERE member_key = ?",
                        Long.class,
                        caller.memberKey().value()));
    }

    @PostMapping("/app/v1/secret")
    @Idempotent(secret = true)
    @Allow
    Made secret(@RequestBody Amount body) {
        return new Made("open sesame " + FAILED.size() + " " + System.nanoTime());
    }

    @PostMapping("/app/v1/process")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    Made process(@RequestBody Amount body, OperationId operation) {
        return new Made(Long.toString(operation.value()));
    }

    @PostMapping("/app/v1/failing-once")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    Made failingOnce(@RequestBody Amount body, OperationId operation) {
        if (FAILED.add(operation.value())) {
            throw new IllegalStateException("the first try dies");
        }
        return new Made(Long.toString(operation.value()));
    }

    @PostMapping("/app/v1/slow")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    Made slow(@RequestBody Amount body, OperationId operation) throws InterruptedException {
        LEADERS.incrementAndGet();
        GATE.acquire();
        return new Made(Long.toString(operation.value()));
    }

    @GetMapping("/hq/v1/things/{id}")
    @Allow(Right.REPORTS_READ)
    Answer thing(@PathVariable long id) {
        return new Answer(MemberKey.of(id), 0);
    }

    @EventHandlers
    static class Listener {
        static final Queue<Event<OrderCancelled>> SEEN = new ConcurrentLinkedQueue<>();
        static volatile String poison = "";
        static volatile String stale = "";

        @OnEvent
        void on(Event<OrderCancelled> event) {
            if (event.key().equals(poison)) {
                throw new IllegalStateException("poison");
            }
            if (event.key().equals(stale)) {
                throw new ConcurrencyFailureException("the order changed meanwhile");
            }
            SEEN.add(event);
        }
    }
}
