package io.mendian.chain.chaos;

import io.mendian.chain.fault.Trouble;
import io.mendian.supervisor.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Level L4: servers are killed, paused and emptied, wires disturbed, events delivered again, while customers buy. */
final class Infrastructure {

    private static final int PEOPLE = 12;

    private final Arena arena;

    Infrastructure(Arena arena) {
        this.arena = arena;
    }

    /** The ids are those of the list of faults in docs/resilience.md. */
    private record Fault(String name, int millis, Runnable arm, Runnable heal) {}

    /** Every fault as many times as asked for, in an order of this seed. */
    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            List<Fault> faults = new ArrayList<>(faults());
            Collections.shuffle(faults, arena.random);
            for (Fault fault : faults) {
                arena.load(PEOPLE);
                Pause.millis(arena.random.nextInt(400));
                arena.note("begins: " + fault.name);
                fault.arm.run();
                arena.load(PEOPLE);
                Pause.millis(fault.millis);
                fault.heal.run();
                arena.note("healed: " + fault.name);
                arena.judge("L4 " + fault.name);
            }
        }
    }

    private List<Fault> faults() {
        return List.of(
                server("F4 database killed, back after 2 s", 2_000, "mariadb"),
                paused("F3 database stands still for 6 s", 6_000, "mariadb"),
                server("F9 broker killed, back after 3 s", 3_000, "kafka"),
                paused("F10 broker stands still for 6 s", 6_000, "kafka"),
                server("F13 cache killed, back empty after 3 s", 3_000, "redis"),
                paused("F13 cache stands still for 6 s", 6_000, "redis"),
                new Fault("F13 cache emptied", 500, arena.chain::emptyRedis, arena.chain::emptyRedis),
                paused("F3 order-service stands still for 12 s", 12_000, Part.ORDER.title()),
                paused("F3 member-service stands still for 12 s", 12_000, Part.MEMBER.title()),
                wire(
                        "F15 order to inventory 700 ms each way",
                        4_000,
                        "order-service>inventory-service",
                        Trouble.latency(700)),
                wire("F15 all to database 30 ms each way", 4_000, ".*>mariadb", Trouble.latency(30)),
                wire(
                        "F15 answers of member-service trickle, 200 bytes a second",
                        4_000,
                        ".*>member-service",
                        Trouble.trickle(200)),
                wire(
                        "F16 answers of inventory cut after 60 bytes",
                        3_000,
                        "order-service>inventory-service",
                        Trouble.cut(60)),
                wire(
                        "F16 answers of member-service cut after 60 bytes",
                        3_000,
                        "order-service>member-service",
                        Trouble.cut(60)),
                wire(
                        "F16 answers of order-service to the gateway cut after 60 bytes",
                        3_000,
                        "gateway>order-service",
                        Trouble.cut(60)),
                wire(
                        "F16 answers of the database cut after 20 kB",
                        3_000,
                        "order-service>mariadb",
                        Trouble.cut(20_000)),
                wire("F16 connections to the database reset", 2_000, ".*>mariadb", Trouble.reset()),
                wire("F17 black hole order to database", 4_000, "order-service>mariadb", Trouble.blackHole()),
                wire("F17 black hole all to broker", 5_000, ".*>kafka", Trouble.blackHole()),
                wire(
                        "F17 black hole order to inventory",
                        4_000,
                        "order-service>inventory-service",
                        Trouble.blackHole()),
                wire(
                        "F17 order hears no answers of marketing",
                        4_000,
                        "order-service>marketing-service",
                        Trouble.deaf()),
                wire("F17 gateway hears no answers of member-service", 4_000, "gateway>member-service", Trouble.deaf()),
                wire("F17 black hole all to cache", 3_000, ".*>redis", Trouble.blackHole()),
                new Fault("F12 events delivered again, unknown and malformed ones", 500, this::events, () -> {}));
    }

    private Fault server(String name, int millis, String server) {
        return new Fault(name, millis, () -> arena.chain.killServer(server), arena.chain::up);
    }

    private Fault paused(String name, int millis, String process) {
        return new Fault(name, millis, () -> arena.chain.pause(process), () -> arena.chain.resume(process));
    }

    private Fault wire(String name, int millis, String wires, Trouble trouble) {
        Predicate<String> names = wire -> wire.matches(wires);
        return new Fault(name, millis, () -> arena.wires.disturb(names, trouble), arena.wires::heal);
    }

    private void events() {
        arena.note(new OddEvents(arena.chain.kafka()).send() + " odd events sent");
    }
}
