package io.mendian.chain.chaos;

import io.mendian.chain.fault.Trouble;
import io.mendian.chain.fault.Wire;
import io.mendian.embedded.Ports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Nacos server that runs somewhere on this machine, reached through two wires: its clients take the port of its second
 * protocol to be a thousand above the one they are told.
 */
final class Registry {

    private static final int SECOND = 1_000;
    private static final int TRIES = 50;

    private final int port;
    private final List<Wire> wires;

    private Registry(int port, List<Wire> wires) {
        this.port = port;
        this.wires = wires;
    }

    /** {@code target}: the port of a Nacos on 127.0.0.1. */
    static Registry behindWires(int target) {
        for (int i = 0; i < TRIES; i++) {
            int port = Ports.free();
            if (port + SECOND < 65_536 && !Ports.isTaken(port + SECOND)) {
                return new Registry(
                        port,
                        List.of(
                                new Wire("anybody>nacos", port, target),
                                new Wire("anybody>nacos-grpc", port + SECOND, target + SECOND)));
            }
        }
        throw new IllegalStateException("no two free ports a thousand apart");
    }

    /** What a part is told in order to use it. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("SPRING_PROFILES_ACTIVE", "nacos");
        variables.put("MENDIAN_NACOS", "127.0.0.1:" + port);
        return variables;
    }

    void disturb(Trouble trouble) {
        wires.forEach(wire -> wire.disturb(trouble));
    }

    void heal() {
        wires.forEach(Wire::heal);
    }
}
