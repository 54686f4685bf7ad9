package io.mendian.simulation;

import io.mendian.runtime.problem.ProblemException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What lies between the services, their customers and the broker: everything on it may be lost, either way. */
final class Network {

    private final World world;
    private final Producer<String, byte[]> producer = producerOf();

    Network(World world) {
        this.world = world;
    }

    Producer<String, byte[]> producer() {
        return producer;
    }

    /** A request over the network; the answer's JSON, the service's refusal, or no answer. */
    @Nullable
    String call(Node to, Routes.Request request) {
        Fiber caller = Fiber.current();
        if (caller == null) {
            return to.routes().call(request);
        }
        world.point(caller, "asks " + to + " " + request.verb() + " " + request.path());
        if (world.chaos().isLost() || !to.isUp()) {
            world.say("lost: " + request.path());
            throw new Wires.NoAnswer("did not arrive", null);
        }
        Scheduler scheduler = world.scheduler();
        Answer answer = new Answer();
        Fiber callee =
                scheduler.start(to, to + " " + request.verb() + " " + request.path(), () -> answer.of(to, request));
        if (world.chaos().takesTooLong()) {
            scheduler.sleep(Duration.ofMillis(200));
            world.say("took too long: " + request.path());
            throw new Wires.NoAnswer("took too long", null);
        }
        scheduler.await(callee);
        if (answer.failure != null || !answer.given || world.chaos().isLost()) {
            throw noAnswer(request, answer);
        }
        world.point(caller, "answered " + request.path());
        return answer.json;
    }

    private RuntimeException noAnswer(Routes.Request request, Answer answer) {
        if (answer.failure instanceof ProblemException refusal) {
            return refusal;
        }
        if (answer.failure != null) {
            world.history().failed(answer.failure);
        }
        world.say("no answer: " + request.path() + " " + answer.failure);
        return new Wires.NoAnswer("no answer", answer.failure);
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
        return (Producer<String, byte[]>)
                Proxy.newProxyInstance(Network.class.getClassLoader(), new Class<?>[] {Producer.class}, this::produce);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object produce(Object self, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "send" -> {
                if (world.chaos().brokerIsAway()) {
                    throw new IllegalStateException("the broker takes nothing");
                }
                if (world.mutant() != Mutant.BROKER_LOSES
                        || world.scheduler().random().nextInt(4) > 0) {
                    world.bus().append((ProducerRecord<String, byte[]>) arguments[0]);
                }
                return CompletableFuture.completedFuture(null);
            }
            case "flush" -> {
                Fiber fiber = Fiber.current();
                if (fiber != null) {
                    world.point(fiber, "flush");
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
    }
}
