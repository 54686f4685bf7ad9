package io.mendian.supervisor;

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
