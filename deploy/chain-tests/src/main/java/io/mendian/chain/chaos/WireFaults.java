package io.mendian.chain.chaos;

import io.mendian.chain.fault.Trouble;
import java.util.List;
import java.util.function.Predicate;

/** What goes wrong between programs: F15 slow, F16 cut after the effect, F17 partitions. */
final class WireFaults {

    private WireFaults() {}

    /** A wire is named {@code from>to}. */
    private record Wire(String name, int millis, String wires, Trouble trouble) {}

    private static final List<Wire> WIRES = List.of(
            new Wire(
                    "F15 order to inventory 700 ms each way",
                    4_000,
                    "order-service>inventory-service",
                    Trouble.latency(700)),
            new Wire("F15 all to database 30 ms each way", 4_000, ".*>mariadb", Trouble.latency(30)),
            new Wire("F15 all to broker 900 ms each way: events late", 5_000, ".*>kafka", Trouble.latency(900)),
            new Wire(
                    "F15 answers of member-service trickle, 200 bytes a second",
                    4_000,
                    ".*>member-service",
                    Trouble.trickle(200)),
            new Wire(
                    "F16 answers of inventory cut after 60 bytes",
                    3_000,
                    "order-service>inventory-service",
                    Trouble.cut(60)),
            new Wire(
                    "F16 answers of member-service cut after 60 bytes",
                    3_000,
                    "order-service>member-service",
                    Trouble.cut(60)),
            new Wire(
                    "F16 answers of order-service to the gateway cut after 60 bytes",
                    3_000,
                    "gateway>order-service",
                    Trouble.cut(60)),
            new Wire(
                    "F16 answers of the database cut after 20 kB", 3_000, "order-service>mariadb", Trouble.cut(20_000)),
            new Wire("F16 connections to the database reset", 2_000, ".*>mariadb", Trouble.reset()),
            new Wire("F17 black hole order to database", 4_000, "order-service>mariadb", Trouble.blackHole()),
            new Wire("F17 black hole all to broker", 5_000, ".*>kafka", Trouble.blackHole()),
            new Wire(
                    "F17 black hole order to inventory", 4_000, "order-service>inventory-service", Trouble.blackHole()),
            new Wire(
                    "F17 order hears no answers of marketing",
                    4_000,
                    "order-service>marketing-service",
                    Trouble.deaf()),
            new Wire("F17 gateway hears no answers of member-service", 4_000, "gateway>member-service", Trouble.deaf()),
            new Wire("F17 black hole all to cache", 3_000, ".*>redis", Trouble.blackHole()));

    static List<Fault> all(Arena arena) {
        return WIRES.stream().map(wire -> fault(arena, wire)).toList();
    }

    private static Fault fault(Arena arena, Wire wire) {
        Predicate<String> names = name -> name.matches(wire.wires);
        return new Fault(wire.name, wire.millis, () -> arena.wires.disturb(names, wire.trouble), arena.wires::heal);
    }
}
