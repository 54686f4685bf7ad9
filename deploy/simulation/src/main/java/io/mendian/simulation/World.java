package io.mendian.simulation;

import io.mendian.order.ordering.SimulatedTogether;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.SimulatedPauses;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** All services of the platform that a checkout needs, with their neighbours and the time, in one thread. */
final class World {

    static final List<String> SERVICES = List.of("member", "marketing", "inventory", "order");

    private static final Map<Scheduler, World> WORLDS = new java.util.concurrent.ConcurrentHashMap<>();

    private final String name;
    private final Scheduler scheduler = new Scheduler();
    private final Bus bus = new Bus();
    private final Provider provider = new Provider(this);
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Producer<String, byte[]> producer = producerOf();
    private final Trace trace = new Trace();
    private Chaos chaos = Chaos.calm();
    private long ids = 1_000_000;
    private Mutant mutant = Mutant.NONE;
    private History history = new History();
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

    void begins(History itsHistory) {
        history = itsHistory;
        kills = 0;
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

    /** A request over the network; the answer's JSON, the service's refusal, or no answer. */
    @Nullable
    String call(Node to, Routes.Request request) {
        Fiber caller = Fiber.current();
        if (caller == null) {
            return to.routes().call(request);
        }
        point(caller, "asks " + to + " " + request.verb() + " " + request.path());
        if (chaos.isLost() || !to.isUp()) {
            say("lost: " + request.path());
            throw new Wires.NoAnswer("did not arrive", null);
        }
        Answer answer = new Answer();
        Fiber callee = scheduler.start(to, to + " " + request.verb() + " " + request.path(), () -> answer.of(to, request));
        if (chaos.takesTooLong()) {
            scheduler.sleep(Duration.ofMillis(200));
            say("took too long: " + request.path());
            throw new Wires.NoAnswer("took too long", null);
        }
        scheduler.await(callee);
        if (answer.failure != null || !answer.given || chaos.isLost()) {
            if (answer.failure instanceof io.mendian.runtime.problem.ProblemException refusal) {
                throw refusal;
            }
            if (answer.failure != null) {
                history.failed(answer.failure);
            }
            say("no answer: " + request.path() + " " + answer.failure);
            throw new Wires.NoAnswer("no answer", answer.failure);
        }
        point(caller, "answered " + request.path());
        return answer.json;
    }

    private static final class Answer {
        private @Nullable String json;
        private @Nullable RuntimeException failure;
        private boolean given;

        void of(Node node, Routes.Request request) {
            try {
                json = node.routes().call(request);
                given = true;
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> producerOf() {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {Producer.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "send" -> {
                            if (chaos.brokerIsAway()) {
                                throw new IllegalStateException("the broker takes nothing");
                            }
                            if (mutant != Mutant.BROKER_LOSES || scheduler.random().nextInt(4) > 0) {
                                bus.append((ProducerRecord<String, byte[]>) arguments[0]);
                            }
                            return CompletableFuture.completedFuture(null);
                        }
                        case "flush" -> {
                            Fiber fiber = Fiber.current();
                            if (fiber != null) {
                                point(fiber, "flush");
                            }
                            return null;
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(self);
                        }
                        case "equals" -> {
                            return self == arguments[0];
                        }
                        default -> {
                            return null;
                        }
                    }
                });
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
        return producer;
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
