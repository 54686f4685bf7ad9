package io.mendian.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Who listens where, all on 127.0.0.1. One base moves everything but the gateway's door, so that two chains can run side by side. */
public record PortPlan(int gateway, int base) {

    public static final int DEFAULT_GATEWAY = 8080;
    public static final int DEFAULT_BASE = 8000;

    private static final int MARIADB = 13306 - DEFAULT_BASE;
    private static final int KAFKA = 19092 - DEFAULT_BASE;
    private static final int KAFKA_CONTROLLER = 19093 - DEFAULT_BASE;
    private static final int REDIS = 16379 - DEFAULT_BASE;
    private static final int HIGHEST_BASE = 65_535 - KAFKA_CONTROLLER;

    public PortPlan {
        if (gateway < 1 || gateway > 65_535) {
            throw new CommandFailure("--port must be between 1 and 65535, not " + gateway + ".");
        }
        if (base < 1000 || base > HIGHEST_BASE) {
            throw new CommandFailure("--port-base must be between 1000 and " + HIGHEST_BASE + ", not " + base + ".");
        }
    }

    public static PortPlan standard() {
        return new PortPlan(DEFAULT_GATEWAY, DEFAULT_BASE);
    }

    /** Ports that nobody uses, below those that the system gives to outgoing connections, so that nobody takes one while a part is down. */
    public static PortPlan anyFree() {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(10_000, 21_500);
            PortPlan plan = new PortPlan(base + 80, base);
            if (plan.all().allMatch(PortPlan::isFree)) {
                return plan;
            }
        }
        throw new CommandFailure("No free range of ports was found in fifty tries.");
    }

    private IntStream all() {
        return IntStream.concat(
                Arrays.stream(Part.values()).mapToInt(this::of),
                IntStream.of(mariaDb(), kafka(), kafkaController(), redis()));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public int of(Part part) {
        return part == Part.GATEWAY ? gateway : base + part.offset();
    }

    public int mariaDb() {
        return base + MARIADB;
    }

    public int kafka() {
        return base + KAFKA;
    }

    int kafkaController() {
        return base + KAFKA_CONTROLLER;
    }

    public int redis() {
        return base + REDIS;
    }
}
