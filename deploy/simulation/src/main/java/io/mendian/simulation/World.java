package io.mendian.simulation;

import io.mendian.order.ordering.SimulatedTogether;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.SimulatedPauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** All services of the platform that a checkout needs, with their neighbours and the time, in one thread. */
final class World {

    static final List<String> SERVICES = List.of("member", "marketing", "inventory", "order", "booking");

    private static final Map<Scheduler, World> WORLDS = new java.util.concurrent.ConcurrentHashMap<>();

    private final String name;
    private final Scheduler scheduler = new Scheduler();
    private final Bus bus = new Bus();
    private final Provider provider = new Provider(this);
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Network network = new Network(this);
    private final Trace trace = new Trace();
    private Chaos chaos = Chaos.calm();
    private long ids = 1_000_000;
    private Mutant mutant = Mutant.NONE;
    private History history = new History();
    private Scene scene = Scene.CHECKOUT;
    private List<Node> playing = List.of();
    private long kills;

    World(String name) {
        this.name = name;
        WORLDS.put(scheduler, this);
        SimulatedPauses.set(World::pause, World::nextId);
        SimulatedTogether.set(FiberThreads::new);
        CrashPoints.listen(World::crashPoint);
    }

    void start() {
        ThisWorld.SET.set(this);
        for (String service : SERVICES) {
            nodes.put(service + "-service", ServiceStart.start(this, service));
        }
    }

    /** The world that the running code belongs to. */
    private static final class ThisWorld {
        static final ThreadLocal<@Nullable World> SET = new ThreadLocal<>();

        static World get() {
            Fiber fiber = Fiber.current();
            World world = fiber == null ? SET.get() : of(fiber);
            if (world == null) {
                throw new IllegalStateException("outside of every world");
            }
            return world;
        }
    }

    static World of(Fiber fiber) {
        World world = WORLDS.get(fiber.scheduler);
        if (world == null) {
            throw new IllegalStateException("a fiber of no world");
        }
        return world;
    }

    private static void pause(long mostMillis) {
        Fiber fiber = Fiber.current();
        if (fiber != null) {
            fiber.scheduler.sleep(Duration.ofMillis(1 + fiber.scheduler.random().nextLong(mostMillis)));
        }
    }

    private static long nextId() {
        return ThisWorld.get().ids++;
    }

    private static void crashPoint(String point) {
        Fiber fiber = Fiber.current();
        if (fiber != null) {
            of(fiber).point(fiber, point);
        }
    }

    void begins(Scene itsScene, History itsHistory) {
        scene = itsScene;
        history = itsHistory;
        kills = 0;
        playing = nodes.values().stream()
                .filter(node -> itsScene.needs(node.name))
                .toList();
    }

    Scene scene() {
        return scene;
    }

    tools.jackson.databind.json.JsonMapper json() {
        return node("order-service").bean(tools.jackson.databind.json.JsonMapper.class);
    }

    /** The services that take part in the scene; the others rest. */
    List<Node> playing() {
        return playing;
    }

    History history() {
        return history;
    }

    /** How often a process was killed since the seed began. */
    long kills() {
        return kills;
    }

    void beginIds(long first) {
        ids = first;
    }

    /** A point at which a process may end and another fiber may go on. */
    void point(Fiber fiber, String where) {
        fiber.check();
        if (trace.isOn()) {
            trace.write(scheduler, fiber.name, where);
        }
        if (fiber.node != null && chaos.crashesHere(where)) {
            scheduler.soon(() -> crash(fiber.node));
            scheduler.giveWay();
        }
        if (fiber.node != null && chaos.stalls()) {
            scheduler.stall(Duration.ofMillis(1 + scheduler.random().nextInt(2_000)));
        }
        scheduler.step();
    }

    void waits(Fiber fiber, String sql) {
        if (trace.isOn()) {
            trace.write(scheduler, fiber.name, "  waits for a lock: " + sql);
        }
    }

    /** The process is gone at once and comes again a little later. */
    void crash(Node node) {
        if (node.isUp()) {
            kills++;
            say("KILLED " + node);
            node.up(false);
            scheduler.kill(new ArrayList<>(node.fibers()));
            scheduler.after(Duration.ofMillis(100 + scheduler.random().nextInt(8_000)), () -> {
                say("STARTED " + node);
                node.up(true);
            });
        }
    }

    void say(String what) {
        if (trace.isOn()) {
            trace.write(scheduler, "", what);
        }
    }

    @Nullable
    String call(Node to, Routes.Request request) {
        return network.call(to, request);
    }

    String name() {
        return name;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Bus bus() {
        return bus;
    }

    Provider provider() {
        return provider;
    }

    Producer<String, byte[]> producer() {
        return network.producer();
    }

    Chaos chaos() {
        return chaos;
    }

    void chaos(Chaos other) {
        chaos = other;
        for (Node node : nodes.values()) {
            node.database.faults(other::deadlock);
        }
    }

    /** Takes a guard away in all services, to see whether that is found. */
    void mutate(Mutant other) {
        mutant = other;
        for (Node node : nodes.values()) {
            node.database.mutate(sql -> other.of(node.name, sql));
        }
    }

    Mutant mutant() {
        return mutant;
    }

    Trace trace() {
        return trace;
    }

    Node node(String service) {
        Node node = nodes.get(service);
        if (node == null) {
            throw new IllegalArgumentException(service + " is no part of the simulation");
        }
        return node;
    }

    void stop() {
        nodes.values().forEach(Node::stop);
        WORLDS.remove(scheduler);
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }
}
