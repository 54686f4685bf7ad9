package io.mendian.chain.chaos;

import io.mendian.chain.Customers;
import io.mendian.chain.Repeats;
import io.mendian.chain.fault.Trouble;
import io.mendian.supervisor.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** F20, F21: customers who repeat their requests in every wrong way, and a gateway that repeats them too. */
final class RepeatFaults {

    private static final int TIMES = 6;
    private static final String TO_ORDERS = "gateway>order-service";

    /** What nobody should write into a gateway: a route that sends a POST again when its answer did not come. */
    private static final String REPEATING_ROUTE = """
            {"spring.cloud.gateway.server.webflux.routes":[{"id":"order-service","uri":"lb://order-service","order":-10,
            "predicates":["Path=/store/v1/sales,/app/v1/orders"],
            "filters":[{"name":"Retry","args":{"retries":3,"methods":"POST","series":"SERVER_ERROR",
            "exceptions":"java.io.IOException","backoff.firstBackoff":"50ms","backoff.maxBackoff":"200ms"}}]}]}
            """;

    private RepeatFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                new Fault("F20 keys used at once, again, and for another basket", 500, () -> repeat(arena), () -> {}),
                new Fault(
                        "F20 the same while answers of order-service are cut after 60 bytes",
                        4_000,
                        () -> {
                            arena.wires.disturb(TO_ORDERS::equals, Trouble.cut(60));
                            repeat(arena);
                        },
                        arena.wires::heal),
                gatewayRepeats(arena));
    }

    private static void repeat(Arena arena) {
        begin(arena.customers(), new Repeats(arena.customers()));
    }

    private static void begin(Customers customers, Repeats repeats) {
        for (int i = 0; i < TIMES; i++) {
            customers.begin(repeats::oneKeyManyRequests);
            customers.begin(repeats::oneKeyTwoBaskets);
            customers.begin(repeats::twoKeysTwoSales);
        }
    }

    private static Fault gatewayRepeats(Arena arena) {
        AtomicReference<@Nullable Repeats> tills = new AtomicReference<>();
        return new Fault(
                "F21 the gateway sends POSTs again whose answers were cut",
                5_000,
                () -> {
                    arena.kill(Part.GATEWAY);
                    arena.chain.upWith(Map.of("SPRING_APPLICATION_JSON", REPEATING_ROUTE));
                    Repeats repeats = new Repeats(arena.customers());
                    tills.set(repeats);
                    arena.wires.disturb(TO_ORDERS::equals, Trouble.cut(60));
                    begin(arena.customers(), repeats);
                },
                () -> {
                    arena.wires.heal();
                    arena.calm();
                    long replayed = Optional.ofNullable(tills.get())
                            .map(Repeats::replayed)
                            .orElse(0L);
                    arena.note("F21 " + replayed + " answers were those of an earlier request");
                    arena.kill(Part.GATEWAY);
                    arena.chain.up();
                });
    }
}
