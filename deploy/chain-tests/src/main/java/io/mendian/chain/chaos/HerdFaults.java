package io.mendian.chain.chaos;

import io.mendian.chain.Customers;
import io.mendian.chain.Stampede;
import java.util.List;

/** F26: all that was away comes back at once while a herd of customers repeats its requests; a cache that is empty all at once. */
final class HerdFaults {

    private static final int HERD = 200;
    private static final int MIXED = 24;
    private static final int TIMES_EMPTIED = 4;
    private static final List<String> SERVERS = List.of("mariadb", "kafka", "redis");

    private HerdFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                new Fault(
                        "F26 database, broker and cache back at once, " + HERD + " customers retry",
                        5_000,
                        () -> {
                            SERVERS.forEach(arena.chain::killServer);
                            arena.load(MIXED);
                            Customers customers = arena.customers();
                            for (int i = MIXED; i < HERD; i++) {
                                customers.begin(customers::cashSale);
                            }
                        },
                        arena.chain::up),
                new Fault(
                        "F26 cache emptied again and again, " + HERD + " customers ask for one product at once",
                        500,
                        () -> {
                            Stampede stampede = new Stampede(arena.customers());
                            for (int i = 0; i < TIMES_EMPTIED; i++) {
                                arena.chain.emptyRedis();
                                stampede.begin(HERD / TIMES_EMPTIED);
                            }
                        },
                        arena.chain::emptyRedis));
    }
}
