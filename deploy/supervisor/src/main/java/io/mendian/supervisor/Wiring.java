package io.mendian.supervisor;

import org.jspecify.annotations.Nullable;

/** Through which ports on 127.0.0.1 the parts reach each other and the servers; a test may put something in between. */
@FunctionalInterface
public interface Wiring {

    /** Straight to where the other one listens. */
    Wiring DIRECT = (from, to, port) -> port;

    /**
     * The port at which {@code from} finds {@code to}, which listens on {@code port}. {@code to} is the title of a part or
     * the name of a server; {@code from} is null for the address that the broker itself tells its clients.
     */
    int port(@Nullable Part from, String to, int port);
}
