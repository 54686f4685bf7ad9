package io.mendian.supervisor;

import java.util.Locale;

/** One of our own programs, each in a JVM of its own. The name is also the issuer of its internal tokens and its log's name. */
public enum Part {
    MEMBER("member-service", "member-service", 101, 192),
    MARKETING("marketing-service", "marketing-service", 102, 160),
    ORDER("order-service", "order-service", 103, 192),
    INVENTORY("inventory-service", "inventory-service", 104, 160),
    BOOKING("booking-service", "booking-service", 105, 160),
    ANALYTICS("analytics-service", "analytics-service", 106, 176),
    GATEWAY("gateway", "gateway", 0, 128),
    SIMULATORS("simulators", "deploy/simulators", 190, 96);

    private final String title;
    private final String module;
    private final int offset;
    private final int heapMb;

    Part(String title, String module, int offset, int heapMb) {
        this.title = title;
        this.module = module;
        this.offset = offset;
        this.heapMb = heapMb;
    }

    /** {@code member-service}. */
    public String title() {
        return title;
    }

    /** The folder of the Maven module. */
    String module() {
        return module;
    }

    /** Distance from the base port. */
    int offset() {
        return offset;
    }

    int heapMb() {
        return heapMb;
    }

    /** Whether it keeps a schema of its own and is called by the others. */
    public boolean isService() {
        return this != GATEWAY && this != SIMULATORS;
    }

    /** {@code mendian_member}: its schema and its database user. */
    public String schema() {
        return "mendian_" + name().toLowerCase(Locale.ROOT);
    }
}
