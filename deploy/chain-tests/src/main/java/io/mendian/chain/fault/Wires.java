package io.mendian.chain.fault;

import io.mendian.supervisor.Part;
import io.mendian.supervisor.Wiring;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A wire between every two programs of a chain, each of which can be disturbed alone. The broker's clients share one. */
public final class Wires implements Wiring {

    /** Who is on the broker's one wire. */
    public static final String ANYBODY = "anybody";

    private final Map<String, Wire> wires = new ConcurrentHashMap<>();

    @Override
    public int port(@Nullable Part from, String to, int port) {
        String name = (from == null ? ANYBODY : from.title()) + ">" + to;
        return wires.computeIfAbsent(name, any -> new Wire(name, 0, port)).port();
    }

    /** {@code order-service>mariadb}. */
    public void disturb(Predicate<String> names, Trouble trouble) {
        wires.values().stream().filter(wire -> names.test(wire.name())).forEach(wire -> wire.disturb(trouble));
    }

    public void heal() {
        wires.values().forEach(Wire::heal);
    }

    /** Bytes that passed through all of them. */
    public long carried() {
        return wires.values().stream().mapToLong(Wire::carried).sum();
    }
}
